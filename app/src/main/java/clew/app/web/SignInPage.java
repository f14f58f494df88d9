package clew.app.web;

import clew.app.access.OpenPage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people sign in. Names its users in the demonstration, and nowhere else. */
@Controller
class SignInPage {

    private final Optional<Demonstration> demonstration;

    SignInPage(ObjectProvider<Demonstration> demonstration) {
        this.demonstration = Optional.ofNullable(demonstration.getIfAvailable());
    }

    @OpenPage
    @GetMapping("/sign-in")
    String show(
            @RequestParam(name = "failed", required = false) @Nullable String failed,
            @RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
            Model model) {
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
}
