package clew.app.api;

import clew.app.access.OpenPage;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/openapi.json}: the description of the calls; it says nothing about anyone. */
@RestController
class OpenApiCall {

    private final String document = OpenApi.document();

    @OpenPage
    @GetMapping(value = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    String show() {
        return document;
    }
}
