// Offers a passkey where the browser knows them, and says in words when one could not be used.

if (window.PublicKeyCredential) {
  document.querySelectorAll("[data-passkey]").forEach((offer) => {
    offer.hidden = false;
  });
}

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  document.querySelectorAll("[data-passkey-says]").forEach((line) => {
    line.textContent = "The passkey was not used. Try again, or choose another way.";
  });
});
