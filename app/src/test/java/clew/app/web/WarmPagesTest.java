package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.groups.Found;
import org.junit.jupiter.api.Test;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** What warms the pages draws the parts of a line, all of them. */
class WarmPagesTest {
    @Test
    void every_part_of_a_made_up_line_is_drawn() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        SpringTemplateEngine templates = new SpringTemplateEngine();
        templates.setTemplateResolver(resolver);
        Found made = WarmPages.made();
        assertThat(made.ties()).hasSize(21);
        assertThat(new WarmPages(templates).draw(made)).isGreaterThan(10_000);
    }
}
