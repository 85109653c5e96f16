// Shows a question only while the answer that asks for it is given: data-shown-when="outcome=other|none".

export function reveal(root) {
  for (const group of root.querySelectorAll("[data-shown-when]")) {
    const form = group.closest("form");
    const update = () => {
      group.hidden = !isAnswered(form, group);
    };
    form.addEventListener("change", update);
    update();
  }
}

function isAnswered(form, group) {
  const [name, values] = group.dataset.shownWhen.split("=");
  const own = group.querySelector("[name]").name;
  const prefix = own.slice(0, own.lastIndexOf("-") + 1);
  return new FormData(form).getAll(prefix + name).some((given) => values.split("|").includes(given));
}
