/**
 * The only script of the page: sorting and filtering of the turn table. Without it the table is complete
 * and the controls stay hidden. It reads nothing but the table and writes no markup.
 */
export const TABLE_SCRIPT = `(() => {
  const table = document.getElementById("turns");
  if (!table) return;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const filter = document.getElementById("filter");
  const findings = document.getElementById("findings");
  const shown = document.getElementById("shown");
  document.querySelector(".controls").hidden = false;

  const update = () => {
    const words = filter.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = (findings.checked && !row.classList.contains("found")) || !words.every((word) => text.includes(word));
      if (!row.hidden) count += 1;
    }
    shown.textContent = count === rows.length ? "" : count + " of " + rows.length + " rows";
  };
  filter.addEventListener("input", update);
  findings.addEventListener("change", update);

  const keyOf = (row, column) => {
    const cell = row.cells[column];
    const value = cell.dataset.value;
    return value === undefined ? cell.textContent : Number(value);
  };
  const compare = (a, b) => {
    if (typeof a === "number" && typeof b === "number") return b - a;
    if (typeof a === "number") return -1;
    if (typeof b === "number") return 1;
    return a < b ? -1 : a > b ? 1 : 0;
  };
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const isFirst = head.dataset.order !== "first";
      for (const other of table.tHead.rows[0].cells) {
        other.removeAttribute("aria-sort");
        delete other.dataset.order;
      }
      head.dataset.order = isFirst ? "first" : "second";
      head.setAttribute("aria-sort", isFirst === head.classList.contains("num") ? "descending" : "ascending");
      const sorted = rows.map((row) => [keyOf(row, column), row]).sort((a, b) => compare(a[0], b[0]));
      if (!isFirst) sorted.reverse();
      body.append(...sorted.map((pair) => pair[1]));
    });
  });

  const reveal = () => {
    const row = document.getElementById(location.hash.slice(1));
    if (row && row.hidden) {
      filter.value = "";
      findings.checked = false;
      update();
      row.scrollIntoView({ block: "center" });
    }
  };
  addEventListener("hashchange", reveal);
})();`;
