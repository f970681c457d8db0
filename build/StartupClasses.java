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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/// Writes jars anew so that an AOT cache can hold all that a short run needs. What the code does
/// stays what it is.
///
/// - Classes compiled for Java 5 get a newer class-file version, with stack maps: the JDK keeps no
///   older classes in an AOT cache, and would read, parse and verify each of them at every start.
/// - Pattern-matching switches call a plain method instead of an `invokedynamic`: see
///   [TypeSwitches].
/// - `equals` and `hashCode` of records likewise: see [RecordMethods].
/// - Lists of services are made without a `ServiceLoader`: see [ServiceLists].
final class StartupClasses {
  private static final int JAVA_6 = 50;
  private static final int NEW_VERSION = ClassFile.JAVA_17_VERSION;

  private final ClassFile classes;

  /// @param loader knows the classes of all jars
  StartupClasses(ClassLoader loader) {
    classes =
        ClassFile.of(
            ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(loader)
                    .orElse(ClassHierarchyResolver.defaultResolver())));
  }

  /// Writes a jar anew.
  void rewrite(Path jar, Path copy) throws IOException {
    try (JarFile in = new JarFile(jar.toFile());
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(copy))) {
      List<JarEntry> entries = Collections.list(in.entries());
      ServiceLists services = new ServiceLists(in);
      for (JarEntry entry : entries) {
        byte[] bytes = read(in, entry);
        ZipEntry written = new ZipEntry(entry.getName());
        written.setTime(entry.getTime());
        out.putNextEntry(written);
        out.write(isClass(entry) ? rewrite(bytes, services) : bytes);
        out.closeEntry();
      }
    }
  }

  private static boolean isClass(JarEntry entry) {
    String name = entry.getName();
    return name.endsWith(".class") && !name.endsWith("module-info.class");
  }

  private byte[] rewrite(byte[] bytes, ServiceLists services) {
    ClassModel model = classes.parse(bytes);
    if (model.majorVersion() < JAVA_6) {
      return raised(model);
    }
    TypeSwitches switches = new TypeSwitches(model);
    RecordMethods records = new RecordMethods(model);
    List<ClassTransform> transforms = new ArrayList<>();
    if (switches.any()) {
      transforms.add(switches.transform());
    }
    if (records.any()) {
      transforms.add(records.transform());
    }
    if (services.any(model)) {
      transforms.add(services.transform());
    }
    return transforms.stream()
        .reduce(ClassTransform::andThen)
        .map(transform -> classes.transformClass(model, transform))
        .orElse(bytes);
  }

  private byte[] raised(ClassModel model) {
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

  private static byte[] read(JarFile in, JarEntry entry) throws IOException {
    try (InputStream stream = in.getInputStream(entry)) {
      return stream.readAllBytes();
    }
  }
}
