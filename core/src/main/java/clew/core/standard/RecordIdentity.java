package clew.core.standard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Which record a row's content belongs to. The same identity gives the same record id in any order of arrival, so that the same
 * file twice changes nothing and a corrected row is a new version of the same record.
 *
 * @param agency the agency that sent it
 * @param system the agency's system that holds it
 * @param shape the shape of the record
 * @param key the sender's key: one or more values, compared without surrounding blanks
 * @param role the role in the row, because one row may hold a child, a mother and an address
 * @param correctable false when the row had no key and stands under a hash of its content
 */
public record RecordIdentity(
        String agency, String system, String shape, List<String> key, String role, boolean correctable) {

    public RecordIdentity {
        Objects.requireNonNull(agency, "agency is null");
        Objects.requireNonNull(system, "system is null");
        Objects.requireNonNull(shape, "shape is null");
        Objects.requireNonNull(role, "role is null");
        key = key.stream().map(RecordIdentity::canonical).toList();
        if (key.isEmpty() || key.stream().allMatch(String::isEmpty)) {
            throw new IllegalArgumentException("expected a key with a value, found " + key);
        }
    }

    /** The identity of a record with a key of the sender. */
    public static RecordIdentity of(String agency, String system, String shape, List<String> key, String role) {
        return new RecordIdentity(agency, system, shape, key, role, true);
    }

    /** The identity of a record without a key: a hash of its content, so that it can be repeated but not corrected. */
    public static RecordIdentity keyless(
            String agency, String system, String shape, List<String> content, String role) {
        return new RecordIdentity(agency, system, shape, List.of(contentHash(content)), role, false);
    }

    /** The record id: the first 128 bits of a keyed hash of all parts. Not a UUID of any RFC version; only its bits matter. */
    public UUID id(DeploymentKey deployment) {
        List<String> parts = new ArrayList<>(key.size() + 5);
        parts.add(correctable ? "keyed" : "content");
        parts.add(agency);
        parts.add(system);
        parts.add(shape);
        parts.add(role);
        parts.addAll(key);
        return deployment.digest(parts);
    }

    private static String canonical(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFC).strip();
    }

    private static String contentHash(List<String> content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String value : content) {
                byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("expected a platform with SHA-256, found none", e);
        }
    }
}
