package clew.app.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages that say the same to everyone. */
@Controller
class StaticPages {

    @GetMapping("/accessibility")
    String accessibility() {
        return "accessibility";
    }
}
