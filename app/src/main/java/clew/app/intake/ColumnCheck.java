package clew.app.intake;

import clew.app.intake.mapping.Mapping;
import clew.app.intake.mapping.MappingInvalid;
import clew.app.intake.source.Columns;
import clew.app.intake.source.SourceFile;

/** Checks, before any row is read, that a file has the columns its mapping names. JSON Lines has no header and may leave blank values out. */
final class ColumnCheck {

    private ColumnCheck() {}

    static void refuse(Mapping mapping, SourceFile file, Columns columns) throws MappingInvalid {
        if (file.kind() != SourceFile.Kind.JSON_LINES) mapping.requireColumns(columns, file.name());
    }
}
