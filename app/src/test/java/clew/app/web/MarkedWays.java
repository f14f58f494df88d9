package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Ways on which somebody with a marked name is met beside searching for them: the pages about a record, files that leave, forms that are sent in vain, and calls of other systems. */
final class MarkedWays {

    private static final List<String> ABOUT = List.of(
            "",
            "/access",
            "/history",
            "/split",
            "/identify",
            "/seal",
            "/disclosure",
            "/disclosure/sensitive",
            "/victim-request");

    private final PlainBrowser browser;
    private final String name;
    private final List<String> onward = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private int marked;

    /** @param name that nobody else has */
    MarkedWays(PlainBrowser browser, String name) {
        this.browser = browser;
        this.name = name;
    }

    /** Every page about a record, and what is looked at, kept and asked about it. */
    MarkedWays pages(UUID record) throws IOException, InterruptedException {
        for (String page : ABOUT) {
            keep(browser.get("/persons/" + record + page));
        }
        for (String page : List.of("/looks", "/looks/share", "/corrections", "/rectification")) {
            keep(browser.get("/records/" + record + page));
        }
        for (String page : List.of(
                "/patterns", "/shares", "/my-looks", "/review", "/questions", "/notices", "/proposals", "/watches")) {
            keep(browser.get(page));
        }
        return this;
    }

    /** Every file that leaves about these records; the name is also typed where a reason of relevance stands. */
    MarkedWays files(UUID person, UUID line) throws IOException, InterruptedException {
        Map<String, String> files =
                new LeavingFiles(browser).about(List.of(person, line)).files();
        assertThat(files.values()).filteredOn(file -> file.startsWith("200 ")).hasSizeGreaterThan(3);
        browser.file(
                "/persons/" + person + "/disclosure",
                Map.of(
                        "why-" + person,
                        "it names " + name,
                        "given-to",
                        "The prosecutor",
                        "reason",
                        "schedule for the case of this week",
                        "format",
                        "csv"));
        return this;
    }

    /** Forms that are sent with a mistake, so that nothing of them may stay. */
    MarkedWays inVain(UUID record) throws IOException, InterruptedException {
        for (String form : List.of(
                "/persons/" + record + "/victim-request",
                "/persons/" + record + "/disclosure",
                "/persons/" + record + "/identify/search",
                "/persons/" + record + "/conflict",
                "/records/" + record + "/corrections",
                "/records/" + record + "/looks/share",
                "/persons/share",
                "/access/request",
                "/access/challenge",
                "/watches",
                "/holds",
                "/agreements",
                "/authorisations/handling",
                "/authorisations/releases",
                "/authorisations/sensitive")) {
            keep(browser.post(
                    "/",
                    form,
                    Map.of(
                            "reference",
                            name,
                            "basis",
                            name,
                            "to",
                            name,
                            "shape",
                            name,
                            "purpose",
                            name,
                            "field",
                            name,
                            "what",
                            name,
                            "days",
                            name,
                            "format",
                            name,
                            "given-to",
                            name)));
        }
        return this;
    }

    /** Calls of another system about them, good and bad. */
    MarkedWays calls(String machine, UUID record, String nhs) throws IOException, InterruptedException {
        for (String way : List.of("", "/why", "/how")) {
            keep(browser.call("GET", "/api/persons/" + record + way, "", machine));
        }
        String person = "{\"full_name\": \"" + name + "\", \"date_of_birth\": \"2010-03-27\"}";
        for (String body : List.of(
                "{\"person\": " + person + ", \"identifiers\": [\"" + nhs + "\"]}",
                "{\"name\": \"" + name + "\"}",
                "{\"name\": [\"" + name + "\"]}",
                "{\"" + name + "\": 1",
                "{\"person\": {\"" + name + "\": \"" + nhs + "\", \"date_of_birth\": \"" + name + "\"}}")) {
            keep(browser.call("POST", "/api/match", body, machine));
        }
        for (String kind : List.of("pupil roll", name)) {
            keep(browser.call(
                    "POST",
                    "/api/roll-lookups",
                    "{\"kind\": \"" + kind
                            + "\", \"impactAssessment\": \"DPIA 7\", \"impactAssessmentDate\": \"2026-01-02\","
                            + " \"people\": [{\"key\": \"a\", \"person\": " + person + "}]}",
                    machine));
        }
        keep(browser.call(
                "POST", "/api/records", "{\"mapping\": \"" + name + "\", \"rows\": [\"" + name + "\"]}", machine));
        return this;
    }

    /** Where answers sent on to. */
    List<String> onward() {
        return onward;
    }

    /** What was answered with an error. */
    List<String> errors() {
        return errors;
    }

    /** How many answers said the marked name to whom may read it. */
    int marked() {
        return marked;
    }

    private void keep(HttpResponse<String> answer) {
        onward.addAll(answer.headers().allValues("location"));
        if (answer.statusCode() >= 400) {
            errors.add(answer.request().uri().getPath() + " " + answer.statusCode() + " " + answer.body());
        } else if (answer.body().contains(name)) {
            marked++;
        }
    }
}
