package org.sealpost.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the compiled classes of each module lie while the whole is built. */
final class Modules {
    static final List<String> NAMES = List.of("core", "jpa", "ejb", "web", "client");

    private Modules() {}

    /** The classes of one module; a folder that is missing or empty is an error, not a pass. */
    static JavaClasses of(String module) {
        Path folder =
                Path.of("..", module, "target", "classes").toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException(folder + " is missing: build the module first");
        }
        JavaClasses classes = new ClassFileImporter().importPath(folder);
        if (classes.isEmpty()) {
            throw new IllegalStateException(folder + " holds no class");
        }
        return classes;
    }

    /** The packages of one module, as its sources have them: a new one is under the rules from its first day. */
    static String[] packages(String module) {
        Path folder = Path.of("..", module, "src", "main", "java", "org", "sealpost");
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory)
                    .map(child -> child.getFileName().toString())
                    .sorted()
                    .toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JavaClasses all() {
        return new ClassFileImporter()
                .importPaths(NAMES.stream()
                        .map(module -> Path.of("..", module, "target", "classes"))
                        .toList());
    }

    static JavaClasses probe() {
        return new ClassFileImporter().importPackages("org.sealpost.architecture.probe");
    }
}
