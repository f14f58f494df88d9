package clew.bench;

import clew.core.linkage.LinkSettings.Mode;
import java.nio.file.Path;
import java.util.List;

/**
 * Records with their truth, in files as a user's would be.
 *
 * @param name its name on the scoreboard
 * @param mode whether records of one source may be one person
 * @param files one source each
 * @param map which columns are compared
 * @param truthColumn the column that names the true person; never compared
 */
record DataSet(String name, Mode mode, List<Path> files, Path map, String truthColumn) {

    DataSet {
        files = List.copyOf(files);
    }
}
