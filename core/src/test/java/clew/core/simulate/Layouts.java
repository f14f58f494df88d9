package clew.core.simulate;

import clew.core.simulate.ReadRegion.Source;
import java.util.List;

/** The layouts behind a region's files. */
final class Layouts {

    private Layouts() {}

    static List<String> columnsOf(Source source) {
        return Layout.load(source.map().path("map").asString()).columns().stream()
                .map(Layout.Column::header)
                .toList();
    }
}
