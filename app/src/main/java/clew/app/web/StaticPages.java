package clew.app.web;

import clew.app.access.OpenPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages that say the same to everyone. */
@Controller
class StaticPages {

    @OpenPage
    @GetMapping("/accessibility")
    String accessibility() {
        return "accessibility";
    }
}
