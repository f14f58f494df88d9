package clew.app.intake;

import clew.app.intake.mapping.Mapping;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be imported.
 *
 * @param agency slug of the agency that sent the file
 * @param extracted when the sender drew it; null: not known
 * @param acceptWithdrawals that a full extract may withdraw more than half of what earlier ones held
 */
public record ImportRequest(
        Path file, String agency, Mapping mapping, @Nullable Instant extracted, boolean acceptWithdrawals) {}
