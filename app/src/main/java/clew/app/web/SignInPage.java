package clew.app.web;

import clew.app.access.OpenPage;
import clew.app.access.WaysIn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people sign in. Names its users in the demonstration, and nowhere else. */
@Controller
class SignInPage {

    private static final Map<String, String> NOTICES = Map.of(
            "kept",
            "Your session had ended. What you typed is kept. Sign in again to see it and send it.",
            "ended",
            "Your session had ended. Sign in again. If you were typing, go back with your browser first and copy what you typed.",
            "not-invited",
            "Your organisation knows you, but nobody has let you into Clew yet. Ask whoever runs Clew for you to invite you by your work e-mail address. That you tried has been written down.",
            "not-accepted",
            "Signing in did not work, or took too long. Nothing is wrong with what you typed. Try again from here.");

    private final WaysIn ways;
    private final Optional<Demonstration> demonstration;

    SignInPage(WaysIn ways, ObjectProvider<Demonstration> demonstration) {
        this.ways = ways;
        this.demonstration = Optional.ofNullable(demonstration.getIfAvailable());
    }

    @OpenPage
    @GetMapping("/sign-in")
    String show(@RequestParam Map<String, String> said, Model model) {
        @Nullable String failed = said.get("failed");
        @Nullable String signedOut = said.get("signed-out");
        model.addAttribute("notice", notice(said.keySet()));
        model.addAttribute("byPassword", ways.byPassword());
        model.addAttribute("byProvider", ways.byProvider());
        model.addAttribute("providerName", ways.providerName());
        model.addAttribute("failed", failed != null);
        model.addAttribute("signedOut", signedOut != null);
        model.addAttribute(
                "mistakes",
                failed == null
                        ? List.of()
                        : List.of(new Mistake("username", "The sign-in name or the password is not right")));
        model.addAttribute("users", demonstration.map(Demonstration::users).orElse(List.of()));
        model.addAttribute(
                "demoPassword", demonstration.map(Demonstration::password).orElse(""));
        return "sign-in";
    }

    private static String notice(Set<String> said) {
        return NOTICES.entrySet().stream()
                .filter(notice -> said.contains(notice.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
