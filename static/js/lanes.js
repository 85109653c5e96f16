// The lanes by keyboard: one stop for Tab, arrow keys within. Without this each mark is a link that Tab reaches.

export function lanes(region) {
  const rows = [...region.querySelectorAll("svg[role=list]")]
    .map((svg) => [...svg.querySelectorAll("a.c8-mark")])
    .filter((marks) => marks.length);
  if (!rows.length) {
    return;
  }
  const all = rows.flat();
  all.forEach((mark) => mark.setAttribute("tabindex", "-1"));
  let current = all[0];
  current.setAttribute("tabindex", "0");

  const go = (mark) => {
    current.setAttribute("tabindex", "-1");
    current = mark;
    current.setAttribute("tabindex", "0");
    current.focus({ preventScroll: true });
    bringIntoSight(region, current);
  };

  region.addEventListener("focusin", (event) => {
    const mark = event.target.closest("a.c8-mark");
    if (mark && mark !== current) {
      current.setAttribute("tabindex", "-1");
      current = mark;
      current.setAttribute("tabindex", "0");
    }
  });

  region.addEventListener("keydown", (event) => {
    const mark = event.target.closest("a.c8-mark");
    if (!mark || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    const next = beside(rows, mark, event.key);
    if (next !== undefined) {
      event.preventDefault();
      if (next && next !== mark) {
        go(next);
      }
    }
  });
  document.querySelectorAll("[data-lanes-keys]").forEach((words) => {
    words.hidden = false;
  });
}

// The mark a key leads to; undefined for a key that is not ours.
function beside(rows, mark, key) {
  const at = rows.findIndex((marks) => marks.includes(mark));
  const row = rows[at];
  const place = row.indexOf(mark);
  switch (key) {
    case "ArrowRight":
      return row[Math.min(place + 1, row.length - 1)];
    case "ArrowLeft":
      return row[Math.max(place - 1, 0)];
    case "Home":
      return row[0];
    case "End":
      return row[row.length - 1];
    case "ArrowDown":
      return nearest(rows[at + 1], mark);
    case "ArrowUp":
      return nearest(rows[at - 1], mark);
    default:
      return undefined;
  }
}

function nearest(row, mark) {
  const left = leftOf(mark);
  const distance = (other) => Math.abs(leftOf(other) - left);
  return row ? row.reduce((best, other) => (distance(other) < distance(best) ? other : best)) : null;
}

function leftOf(mark) {
  return mark.transform.baseVal.consolidate().matrix.e;
}

// Scrolls the region sideways, past the column of names that stays, and the page up or down.
function bringIntoSight(region, mark) {
  const names = region.querySelector(".c8-lane .c8-lane__name");
  const covered = getComputedStyle(names.parentElement).display === "flex" ? names.offsetWidth : 0;
  const [seen, box] = [region.getBoundingClientRect(), mark.getBoundingClientRect()];
  if (box.left < seen.left + covered) {
    region.scrollLeft -= seen.left + covered + 24 - box.left;
  } else if (box.right > seen.right) {
    region.scrollLeft += Math.min(box.right - seen.right + 24, box.left - seen.left - covered - 24);
  }
  if (box.top < 0 || box.bottom > window.innerHeight) {
    window.scrollBy({ top: box.top - window.innerHeight / 2 });
  }
}
