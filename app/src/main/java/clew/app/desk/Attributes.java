package clew.app.desk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a session keeps, as bytes. They are sealed before they are stored; that only known classes come back is a second wall. */
final class Attributes {

    private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config.createFilter(
            "maxdepth=40;maxbytes=2000000;maxarray=200000;java.lang.*;java.util.*;java.util.concurrent.*;java.time.*;java.net.URL;java.net.URI;"
                    + "java.util.concurrent.atomic.*;org.springframework.security.**;org.springframework.web.**;org.springframework.util.*;"
                    + "clew.app.**;!*");

    private Attributes() {}

    static byte[] write(SortedMap<String, Serializable> attributes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new TreeMap<>(attributes));
        } catch (IOException e) {
            throw new UncheckedIOException("expected what a session keeps to be serializable", e);
        }
        return bytes.toByteArray();
    }

    /** @throws UncheckedIOException when the bytes were written by a version of Clew whose classes differ */
    @SuppressWarnings({"unchecked", "BanSerializableRead"}) // sealed by this deployment, and filtered
    static SortedMap<String, Serializable> read(byte[] body) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(body))) {
            in.setObjectInputFilter(KNOWN);
            return (SortedMap<String, Serializable>) in.readObject();
        } catch (ClassNotFoundException e) {
            throw new UncheckedIOException(new InvalidClassException(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
