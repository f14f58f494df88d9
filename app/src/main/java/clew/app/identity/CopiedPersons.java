package clew.app.identity;

import java.util.function.Supplier;

/** Copies the rows that say who is who into the new tables of a build. */
final class CopiedPersons implements PersonRows {
    private final CopyRows components;
    private final CopyRows memberships;
    private final CopyRows links;
    private final CopyRows attention;

    CopiedPersons(CopyTables tables) {
        components = tables.table("component");
        memberships = tables.table("membership");
        links = tables.table("link");
        attention = tables.table("attention");
    }

    @Override
    public void component(Component component) {
        components
                .uuid(component.id())
                .uuid(component.whole())
                .text(StoredPersons.array(component.classes()))
                .number(component.persons())
                .end();
    }

    @Override
    public void member(Member member) {
        memberships
                .uuid(member.record())
                .number(member.classId())
                .uuid(member.component())
                .uuid(member.person())
                .end();
    }

    @Override
    public void link(Link link) {
        Supplier<String> explanation = link.explanation();
        links.uuid(link.left().record())
                .uuid(link.right().record())
                .number(link.left().classId())
                .number(link.right().classId())
                .number(link.weight())
                .text(link.compared() ? "t" : "f")
                .text(link.doubt())
                .text(explanation == null ? null : explanation.get())
                .end();
    }

    @Override
    public void attention(Attention row) {
        attention
                .uuid(row.id())
                .uuid(row.whole())
                .text(row.kind())
                .text(row.reason())
                .text(StoredPersons.array(row.records()))
                .text(StoredPersons.array(row.classes()))
                .end();
    }

    long links() {
        return links.rows();
    }
}
