// A slider beside the list of days on which something became known, the earliest on the left and today on the right. Without it a day is chosen from the list. Moving
// it only chooses: the page changes when "Show" is pressed.
const list = document.querySelector("#as-on");
const days = [...list.options].sort((one, other) => (one.value === "" ? 1 : other.value === "" ? -1 : one.value.localeCompare(other.value)));

if (days.length > 2) {
  const slider = document.createElement("input");
  slider.type = "range";
  slider.id = "as-on-slider";
  slider.className = "clew-slider";
  slider.max = days.length - 1;
  const label = document.createElement("label");
  label.htmlFor = slider.id;
  label.className = "govuk-label";
  label.textContent = `Or slide from ${days[0].text} to today`;
  const follow = () => {
    slider.value = days.findIndex((day) => day.selected);
    slider.setAttribute("aria-valuetext", list.selectedOptions[0].text);
  };
  slider.addEventListener("input", () => {
    list.value = days[slider.valueAsNumber].value;
    follow();
  });
  list.addEventListener("change", follow);
  follow();
  const group = document.createElement("div");
  group.className = "govuk-form-group";
  group.append(label, slider);
  list.parentElement.after(group);
}
