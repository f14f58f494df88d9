package clew.app.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody looks: a short dated list ({@code access/purposes.csv}), each resting on a lawful basis among the standard's
 * code list {@code lawful_basis}. Which role may act for it stands in the {@link Matrix}. There is no purpose of immigration
 * enforcement, housing, benefits or school exclusion.
 *
 * @param name as it stands in the ledger: {@code safeguarding_child}
 * @param words as it is read
 * @param basis code of the lawful basis
 * @param from the first day on which it may be chosen
 * @param to the last such day; null while it goes on
 * @param sensitive whether looks under it show only to information-governance leads
 */
public record Purpose(
        String name,
        String words,
        String basis,
        LocalDate from,
        @Nullable LocalDate to,
        boolean sensitive) {

    private static final List<Purpose> ALL = read();

    /** Every purpose there ever was, in the order of the matrix. */
    public static List<Purpose> all() {
        return ALL;
    }

    /** What somebody of these roles may choose on a day; the first is what stands until they choose. */
    public static List<Purpose> of(Collection<Role> roles, LocalDate day) {
        return ALL.stream()
                .filter(purpose -> Matrix.SHIPPED.actsFor(roles, purpose.name) && purpose.holdsOn(day))
                .toList();
    }

    /** The purpose of that name. */
    public static Optional<Purpose> named(String name) {
        return ALL.stream().filter(purpose -> purpose.name.equals(name)).findFirst();
    }

    /** From now on the session of a request looks for this purpose; it counts only while it is the user's. */
    public void choose(HttpServletRequest request) {
        request.getSession().setAttribute(EntryPoints.PURPOSE, name);
    }

    private boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    private static List<Purpose> read() {
        var lines = Matrix.lines("purposes.csv");
        return Matrix.SHIPPED.of(Matrix.Kind.PURPOSE).stream()
                .flatMap(row -> lines.stream()
                        .filter(line -> line.getField("name").equals(row.name()))
                        .map(line -> new Purpose(
                                row.name(),
                                row.means(),
                                line.getField("basis"),
                                LocalDate.parse(line.getField("from")),
                                line.getField("to").isEmpty() ? null : LocalDate.parse(line.getField("to")),
                                line.getField("sensitive").equals("yes"))))
                .toList();
    }
}
