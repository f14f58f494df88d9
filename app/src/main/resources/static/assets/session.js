// Says before a session ends that it will, and keeps long forms while they are typed. Without it pages say when the session
// ends, and a form sent too late is kept all the same.
const shown = document.querySelector("#session-end");
const warning = document.querySelector("#session-warning");
const WARN_SECONDS = 120;
const KEEP_SECONDS = 20;
const SHARED = "clew-session-end";

let end = Date.parse(shown.dateTime);
remember();

function remember() {
  localStorage.setItem(SHARED, String(end));
}

// Another tab may have kept the session going.
function lastKnownEnd() {
  return Math.max(end, Number(localStorage.getItem(SHARED)) || 0);
}

function extended() {
  end = Math.min(Date.now() + Number(shown.dataset.idle) * 1000, Date.parse(shown.dataset.latest));
  remember();
  tell();
}

function tell() {
  const time = new Date(lastKnownEnd()).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/London" });
  shown.textContent = time;
  warning.querySelector("[data-end]").textContent = time;
}

function watch() {
  const secondsLeft = (lastKnownEnd() - Date.now()) / 1000;
  if (secondsLeft < WARN_SECONDS && !warning.open && !warning.dataset.seen) {
    tell();
    warning.dataset.seen = "yes";
    warning.showModal();
  }
}

async function stay() {
  const answer = await fetch("/session", { redirect: "manual" });
  if (answer.ok) {
    delete warning.dataset.seen;
    extended();
    warning.close();
  } else {
    warning.querySelector("p").textContent = "Your session has ended. Send your form as usual: it is kept, and you can sign in again.";
  }
}

warning.querySelector("[data-stay]").addEventListener("click", stay);
warning.querySelector("[data-close]").addEventListener("click", () => warning.close());
setInterval(watch, 5000);
watch();

function text(form) {
  return new URLSearchParams(new FormData(form));
}

for (const form of document.querySelectorAll("form[method=post]")) {
  if (!form.querySelector("textarea")) {
    continue;
  }
  let kept = text(form).toString();
  setInterval(async () => {
    const now = text(form);
    if (now.toString() === kept) {
      return;
    }
    kept = now.toString();
    now.append("_address", new URL(form.action).pathname);
    const answer = await fetch("/drafts/typing", { method: "POST", body: now, redirect: "manual" });
    if (answer.ok) {
      extended();
    }
  }, KEEP_SECONDS * 1000);
}
