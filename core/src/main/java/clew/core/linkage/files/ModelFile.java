package clew.core.linkage.files;

import clew.core.linkage.LinkModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** A model as JSON, and back without loss. The same model gives the same bytes. */
public final class ModelFile {
    private ModelFile() {}

    /** What reads models; made when the first one is read, as most runs only write one. */
    private static final class Reading {
        private static final JsonMapper JSON = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build();
    }

    /** The model as one line of UTF-8; weights in millionths of a bit. */
    public static byte[] bytes(LinkModel model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ModelJson.write(model, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes a model and a line feed. The stream is flushed, not closed. */
    public static void write(LinkModel model, OutputStream stream) throws IOException {
        ModelJson.write(model, stream);
        stream.write('\n');
        stream.flush();
    }

    /**
     * Reads a model.
     *
     * @param name of the file, for messages
     * @throws UnreadableInput when it is not a model of this engine
     */
    public static LinkModel read(InputStream stream, String name) {
        try {
            return Reading.JSON.readValue(stream, LinkModel.class);
        } catch (JacksonException e) {
            throw new UnreadableInput("a model of version " + LinkModel.VERSION, e.getOriginalMessage(), name);
        }
    }
}
