// Keys for who settles many cases. Without it every answer is chosen, typed and sent as on any form.
const form = document.querySelector("form[data-answers]");
const reason = form.querySelector("textarea");
const BOXES = "input:not([type=radio]), textarea, select";

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey && event.key === "Enter" && form.contains(event.target)) {
    event.preventDefault();
    form.requestSubmit();
    return;
  }
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches(BOXES)) {
    return;
  }
  const answer = form.querySelector(`input[data-key="${CSS.escape(event.key)}"]`);
  if (answer) {
    event.preventDefault();
    answer.checked = true;
    answer.dispatchEvent(new Event("change", { bubbles: true }));
    reason.focus();
  } else if (event.key === "n") {
    form.querySelector("[data-skip]").click();
  }
});
