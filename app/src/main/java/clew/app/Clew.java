package clew.app;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The application: one deployable whose rooms are the direct subpackages of this one. */
@Modulithic(systemName = "Clew")
@SpringBootApplication
public class Clew {

    public static void main(String[] arguments) {
        System.exit(clew.app.cli.Command.run(arguments));
    }
}
