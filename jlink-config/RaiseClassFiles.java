import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Writes a jar again with class files of a version that has stack maps, the code unchanged:
/// `java RaiseClassFiles.java JAR`.
///
/// An AOT cache takes no class older than Java 6 (version 50), whose verifier works without stack
/// maps, and picocli is compiled for Java 5: its 170 classes would be read, verified and linked at
/// every start of a command, a tenth of its processor time.
final class RaiseClassFiles {
    private static final int FIRST_WITH_STACK_MAPS = 50;
    private static final String CLASS = ".class";

    private RaiseClassFiles() {}

    public static void main(String[] words) throws IOException {
        Path jar = Path.of(words[0]);
        Path raised = jar.resolveSibling(jar.getFileName() + ".raised");
        try (ZipFile from = new ZipFile(jar.toFile());
                OutputStream file = Files.newOutputStream(raised);
                ZipOutputStream to = new ZipOutputStream(file)) {
            ClassFile classFile =
                    ClassFile.of(
                            StackMapsOption.GENERATE_STACK_MAPS,
                            // Without a pool of its own a method would be copied as it stands.
                            ConstantPoolSharingOption.NEW_POOL,
                            ClassHierarchyResolverOption.of(classesOf(from)));
            for (ZipEntry entry : Collections.list(from.entries())) {
                byte[] bytes = from.getInputStream(entry).readAllBytes();
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(entry.getName().endsWith(CLASS) ? raise(classFile, bytes) : bytes);
                to.closeEntry();
            }
        }
        Files.move(raised, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] raise(ClassFile classFile, byte[] bytes) {
        ClassModel model = classFile.parse(bytes);
        return model.majorVersion() >= FIRST_WITH_STACK_MAPS
                ? bytes
                : classFile.transformClass(
                        model,
                        ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
                                .andThen(
                                        ClassTransform.endHandler(
                                                built ->
                                                        built.withVersion(
                                                                ClassFile.JAVA_8_VERSION, 0))));
    }

    /// Stack maps name common superclasses: of the jar's own classes first, then of the JDK's.
    private static ClassHierarchyResolver classesOf(ZipFile jar) {
        return ClassHierarchyResolver.ofResourceParsing(
                        type -> {
                            String name = type.descriptorString();
                            return open(jar, name.substring(1, name.length() - 1) + CLASS);
                        })
                .orElse(ClassHierarchyResolver.defaultResolver());
    }

    private static InputStream open(ZipFile jar, String name) {
        ZipEntry entry = jar.getEntry(name);
        try {
            return entry == null ? null : jar.getInputStream(entry);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
