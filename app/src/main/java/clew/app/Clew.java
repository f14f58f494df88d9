package clew.app;

import clew.app.cli.Command;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The application: one deployable whose rooms are the direct subpackages of this one. */
@Modulithic(systemName = "Clew")
@SpringBootApplication
public class Clew {

    public static void main(String[] arguments) {
        int code = Command.run(arguments);
        if (code != 0 || !Command.endsByItself(arguments)) {
            System.exit(code);
        }
    }
}
