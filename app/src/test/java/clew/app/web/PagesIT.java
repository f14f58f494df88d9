package clew.app.web;

import org.junit.jupiter.api.Test;

class PagesIT extends Journeys {

    @Test
    void look() {
        for (int width : new int[] {Visitor.WIDE, Visitor.PHONE}) {
            String suffix = width == Visitor.WIDE ? "-desktop.png" : "-phone.png";
            Visitor visitor = visitor(width, true).signIn();
            visitor.picture(pictures().resolve("home" + suffix));
            visitor.expectOrder();
            visitor.open("/persons");
            visitor.picture(pictures().resolve("search" + suffix));
            visitor.expectOrder();
            visitor.page().locator("main button[type=submit]").click();
            visitor.picture(pictures().resolve("search-mistake" + suffix));
            visitor.expectOrder();
            visitor.page()
                    .getByLabel("Name", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
                    .fill("Smith");
            visitor.page().locator("main button[type=submit]").click();
            visitor.picture(pictures().resolve("found" + suffix));
            visitor.expectOrder();
        }
    }
}
