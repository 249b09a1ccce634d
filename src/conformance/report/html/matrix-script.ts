/** The one thing on the page that needs a script: showing only the rows that need care. */
export const MATRIX_SCRIPT = `
const controls = document.querySelector(".controls");
if (controls) {
  controls.hidden = false;
  const box = controls.querySelector("input");
  box.addEventListener("change", () => document.querySelector(".matrix").classList.toggle("only-care", box.checked));
}
`;
