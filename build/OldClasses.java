import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/// Brings jars compiled for Java 5 to a class-file version with stack maps. The JDK keeps no older
/// classes in an AOT cache: each of them would be read, parsed and verified at every start. The
// code
/// of the methods stays what it is.
final class OldClasses {
  private static final int JAVA_6 = 50;
  private static final int NEW_VERSION = ClassFile.JAVA_17_VERSION;

  private OldClasses() {}

  /// Writes a jar anew if it has old classes.
  ///
  /// @return false, and nothing is written, when it has none
  static boolean rewrite(Path jar, Path copy) throws IOException {
    try (JarFile in = new JarFile(jar.toFile())) {
      List<JarEntry> entries = Collections.list(in.entries());
      if (!hasOldClasses(in, entries)) {
        return false;
      }
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(copy))) {
        for (JarEntry entry : entries) {
          byte[] bytes = read(in, entry);
          ZipEntry written = new ZipEntry(entry.getName());
          written.setTime(entry.getTime());
          out.putNextEntry(written);
          out.write(isOld(entry, bytes) ? rewrite(in, bytes) : bytes);
          out.closeEntry();
        }
      }
      return true;
    }
  }

  private static boolean hasOldClasses(JarFile in, List<JarEntry> entries) throws IOException {
    for (JarEntry entry : entries) {
      if (entry.getName().endsWith(".class") && isOld(entry, read(in, entry))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOld(JarEntry entry, byte[] bytes) {
    return entry.getName().endsWith(".class") && (bytes[6] << 8 | bytes[7]) < JAVA_6;
  }

  private static byte[] rewrite(JarFile in, byte[] bytes) {
    ClassFile classes =
        ClassFile.of(
            ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(name -> open(in, name.descriptorString()))
                    .orElse(ClassHierarchyResolver.defaultResolver())));
    ClassModel model = classes.parse(bytes);
    ClassTransform raise =
        (builder, element) -> {
          switch (element) {
            case ClassFileVersion _ -> builder.withVersion(NEW_VERSION, 0);
            case MethodModel method ->
                builder.transformMethod(
                    method, MethodTransform.transformingCode(CodeTransform.ACCEPT_ALL));
            default -> builder.with(element);
          }
        };
    return classes.transformClass(model, raise);
  }

  private static InputStream open(JarFile in, String descriptor) {
    String name = descriptor.substring(1, descriptor.length() - 1) + ".class";
    JarEntry entry = in.getJarEntry(name);
    try {
      return entry == null ? null : in.getInputStream(entry);
    } catch (IOException e) {
      return null;
    }
  }

  private static byte[] read(JarFile in, JarEntry entry) throws IOException {
    try (InputStream stream = in.getInputStream(entry)) {
      return stream.readAllBytes();
    }
  }
}
