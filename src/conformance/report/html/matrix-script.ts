/**
 * The only script of the page: it shows only the rows that need care when asked to, and takes the focus along to
 * where a link leads, so that the keyboard goes on from there. Without it every link still works.
 */
export const MATRIX_SCRIPT = `(() => {
  const controls = document.querySelector(".controls");
  if (controls) {
    controls.hidden = false;
    const box = controls.querySelector("input");
    const update = () => document.querySelector(".matrix").classList.toggle("only-care", box.checked);
    box.addEventListener("change", update);
    update();
  }
  const arrive = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target) target.focus();
  };
  addEventListener("hashchange", arrive);
  arrive();
})();`;
