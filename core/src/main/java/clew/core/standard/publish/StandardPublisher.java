package clew.core.standard.publish;

import clew.core.standard.CodeList;
import clew.core.standard.CodeLists;
import clew.core.standard.Shape;
import clew.core.standard.Standard;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes the whole standard: {@code index.html}, {@code shapes/NAME.html}, {@code codes/NAME-vN.html} and {@code .csv},
 * {@code templates/NAME.csv} with {@code NAME.csv-metadata.json} (CSV on the Web) and {@code NAME.map.yaml} (to import a filled template),
 * {@code schemas/NAME.schema.json} (JSON Schema 2020-12) and {@code ATTRIBUTION.md}. The same definition gives the same bytes.
 */
public final class StandardPublisher {
    private final Shelf shelf;

    /** A publisher that writes to a shelf. */
    public StandardPublisher(Shelf shelf) {
        this.shelf = shelf;
    }

    /**
     * Writes everything.
     *
     * @return how many files were written
     */
    public int publish() throws IOException {
        int files = 2;
        put("index.html", IndexPage.html());
        put("ATTRIBUTION.md", attribution());
        for (Shape shape : Standard.shapes()) {
            put("shapes/" + shape.name() + ".html", ShapePage.html(shape));
            put("templates/" + shape.name() + ".csv", CsvTemplate.header(shape));
            put("templates/" + shape.name() + ".csv-metadata.json", CsvTemplate.metadata(shape));
            put("templates/" + shape.name() + ".map.yaml", TemplateMap.yaml(shape));
            put("schemas/" + shape.name() + ".schema.json", JsonSchema.of(shape));
            files += 5;
        }
        for (CodeList list : CodeLists.all()) {
            put(CodePage.path(list) + ".html", CodePage.html(list));
            put(CodePage.path(list) + ".csv", CodePage.csv(list));
            files += 2;
        }
        return files;
    }

    private void put(String path, String content) throws IOException {
        try (OutputStream out = shelf.open(path)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String attribution() throws IOException {
        try (InputStream text = CodeLists.class.getResourceAsStream("codes/ATTRIBUTION.md")) {
            if (text == null) {
                throw new IOException("expected resource codes/ATTRIBUTION.md, found none");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
