package clew.app.web;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Every file that somebody can take out of Clew, as its bytes are; a workbook as the parts that it consists of, a line for each cell, without when it was written. Texts stand in
 * their cells: a workbook keeps equal ones once, so that two looks in one minute, not two, would number all others differently.
 */
final class LeavingFiles {

    private static final Pattern FOUND = Pattern.compile("/persons/share\\?search=([0-9a-f-]+)&amp;page=(\\d+)");
    private static final Map<String, String> TO_WHOM = Map.of(
            "given-to",
            "The strategy meeting",
            "reason",
            "for the strategy meeting of today",
            "conditions-met",
            "the originator agreed to it");

    private static final String TEXTS = "xl/sharedStrings.xml";
    private static final Pattern SHARED = Pattern.compile("<si>(.*?)</si>", Pattern.DOTALL);
    private static final Pattern IN_CELL = Pattern.compile(" t=\"s\"><v>(\\d+)</v>");

    private final PlainBrowser browser;
    private final Map<String, String> files = new LinkedHashMap<>();

    LeavingFiles(PlainBrowser browser) {
        this.browser = browser;
    }

    /** Those about records, by what was asked for. */
    LeavingFiles about(List<UUID> records) throws IOException, InterruptedException {
        Map<String, String> relevant = new LinkedHashMap<>();
        records.forEach(record -> relevant.put("why-" + record, "it may be relevant"));
        for (UUID record : records) {
            for (String format : List.of("csv", "xlsx")) {
                take("/records/" + record + "/looks/share", format, Map.of());
                take("/persons/" + record + "/disclosure", format, relevant);
                take("/persons/" + record + "/disclosure/sensitive", format, relevant);
            }
            for (String format : List.of("graphml", "xlsx")) {
                take("/lines/" + record + "/share", format, Map.of());
            }
        }
        return this;
    }

    /** Those of people found, where the answer to a search leads to one. */
    LeavingFiles found(String search, String answer) throws IOException, InterruptedException {
        Matcher link = FOUND.matcher(answer);
        if (link.find()) {
            for (String format : List.of("csv", "xlsx")) {
                keep(
                        "people found by " + search + " as " + format,
                        "/persons/share",
                        format,
                        Map.of("search", link.group(1), "page", link.group(2)));
            }
        }
        return this;
    }

    Map<String, String> files() {
        return files;
    }

    private void take(String address, String format, Map<String, String> fields)
            throws IOException, InterruptedException {
        keep(address + " as " + format, address, format, fields);
    }

    private void keep(String what, String address, String format, Map<String, String> fields)
            throws IOException, InterruptedException {
        Map<String, String> form = new LinkedHashMap<>(TO_WHOM);
        form.putAll(fields);
        form.put("format", format);
        HttpResponse<byte[]> answer = browser.file(address, form);
        String name = answer.headers().firstValue("content-disposition").orElse("");
        files.put(what, answer.statusCode() + " " + name + "\n" + text(answer.body(), name.contains(".xlsx")));
    }

    private static String text(byte[] body, boolean workbook) throws IOException {
        if (!workbook) {
            return new String(body, StandardCharsets.UTF_8);
        }
        Path file = Files.write(Files.createTempFile("leaving", ".xlsx"), body);
        StringBuilder parts = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> texts = SHARED.matcher(part(zip, zip.getEntry(TEXTS)))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            Set<Integer> shown = new HashSet<>();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.getName().startsWith("docProps/") && !entry.getName().equals(TEXTS)) {
                    parts.append(entry.getName())
                            .append('\n')
                            .append(IN_CELL.matcher(part(zip, entry).replace("<c ", "\n<c "))
                                    .replaceAll(cell -> Matcher.quoteReplacement(">" + text(texts, cell, shown))))
                            .append('\n');
                }
            }
            for (int text = 0; text < texts.size(); text++) {
                if (!shown.contains(text)) {
                    parts.append("in no cell: ").append(texts.get(text)).append('\n');
                }
            }
        } finally {
            Files.delete(file);
        }
        return parts.toString();
    }

    private static String text(List<String> texts, MatchResult cell, Set<Integer> shown) {
        int number = Integer.parseInt(cell.group(1));
        shown.add(number);
        return texts.get(number);
    }

    private static String part(ZipFile zip, ZipEntry entry) throws IOException {
        return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }
}
