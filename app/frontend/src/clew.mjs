// Small comforts on pages that work without it. Nothing here may be needed to read or to send a page.
import { Button, ErrorSummary, PasswordInput, ServiceNavigation, SkipLink, Tabs, createAll } from "govuk-frontend";

document.documentElement.classList.add("govuk-frontend-supported");
document.body.classList.add("js-enabled", "govuk-frontend-supported");
for (const part of [Button, ErrorSummary, PasswordInput, ServiceNavigation, SkipLink, Tabs]) {
  createAll(part);
}
