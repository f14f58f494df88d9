package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.access.Matrix;
import clew.app.access.Purpose;
import clew.app.access.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The one table of who may do what, as it holds. */
@Controller
class AccessMatrixPage {

    @EntryPoint(value = Action.HOME, note = "access matrix")
    @GetMapping("/access/matrix")
    String show(Model model) {
        model.addAttribute(
                "roles",
                Arrays.stream(Role.values())
                        .map(role -> Words.capital(role.words()))
                        .toList());
        model.addAttribute(
                "parts",
                List.of(
                        part("What each role sees without asking", Matrix.Kind.SEES),
                        part("What each role may do", Matrix.Kind.MAY),
                        part("For which purposes each role acts", Matrix.Kind.PURPOSE)));
        model.addAttribute(
                "purposes",
                Purpose.all().stream()
                        .map(purpose -> new BasisLine(purpose.words(), purpose.basis(), Words.date(purpose.from())))
                        .toList());
        return "access-matrix";
    }

    private static Part part(String title, Matrix.Kind kind) {
        return new Part(
                title,
                Matrix.SHIPPED.of(kind).stream()
                        .map(row -> new Line(row.means(), cells(row.roles())))
                        .toList());
    }

    private static List<Cell> cells(Set<Role> roles) {
        return Arrays.stream(Role.values())
                .map(role -> new Cell(Words.capital(role.words()), roles.contains(role)))
                .toList();
    }

    /** A part of the table. */
    record Part(String title, List<Line> lines) {}

    /** A row of it. */
    record Line(String means, List<Cell> cells) {}

    /** Whether one role has it. */
    record Cell(String role, boolean yes) {}

    /** The lawful basis of a purpose. */
    record BasisLine(String purpose, String basis, String since) {}
}
