import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/// The providers that a jar names in `META-INF/services`. A method without parameters that gets a
/// list of them from a `ServiceLoader` is replaced by one that makes each by its constructor:
/// `ServiceLoader` opens the jar again, and calls constructors through method handles that no AOT
/// cache of JDK 25 holds.
final class ServiceLists {
  private static final String FOLDER = "META-INF/services/";
  private static final ClassDesc LIST = ClassDesc.of("java.util.List");
  private static final MethodTypeDesc LISTING = MethodTypeDesc.of(LIST);
  private static final ClassDesc LOADER = ClassDesc.of("java.util.ServiceLoader");

  private final Map<ClassDesc, List<ClassDesc>> providers = new HashMap<>();

  ServiceLists(JarFile jar) throws IOException {
    for (JarEntry entry : Collections.list(jar.entries())) {
      if (entry.getName().startsWith(FOLDER) && !entry.isDirectory()) {
        String service = entry.getName().substring(FOLDER.length());
        providers.put(ClassDesc.of(service), read(jar, entry));
      }
    }
  }

  private static List<ClassDesc> read(JarFile jar, JarEntry entry) throws IOException {
    List<ClassDesc> classes = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(jar.getInputStream(entry), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String name = line.replaceFirst("#.*", "").strip();
        if (!name.isEmpty()) {
          classes.add(ClassDesc.of(name));
        }
      }
    }
    return classes;
  }

  boolean any(ClassModel model) {
    return model.methods().stream().anyMatch(method -> listed(method).isPresent());
  }

  ClassTransform transform() {
    return (builder, element) -> {
      Optional<List<ClassDesc>> listed =
          element instanceof MethodModel method ? listed(method) : Optional.empty();
      if (listed.isPresent()) {
        MethodModel method = (MethodModel) element;
        builder.withMethodBody(
            method.methodName(),
            method.methodType(),
            method.flags().flagsMask(),
            code -> write(code, listed.get()));
      } else {
        builder.with(element);
      }
    };
  }

  /// What a method gets from a `ServiceLoader`; empty for any other method.
  private Optional<List<ClassDesc>> listed(MethodModel method) {
    if (providers.isEmpty() || !method.methodTypeSymbol().equals(LISTING)) {
      return Optional.empty();
    }
    boolean loads = false;
    Optional<List<ClassDesc>> listed = Optional.empty();
    for (CodeElement element : method.code().map(code -> code.elementList()).orElse(List.of())) {
      if (element instanceof LoadConstantInstruction load
          && load.constantValue() instanceof ClassDesc type
          && providers.containsKey(type)) {
        listed = Optional.of(providers.get(type));
      } else if (element instanceof InvokeInstruction call) {
        loads |= call.owner().asSymbol().equals(LOADER) && call.name().equalsString("load");
      }
    }
    return loads ? listed : Optional.empty();
  }

  private static void write(CodeBuilder code, List<ClassDesc> classes) {
    code.loadConstant(classes.size()).anewarray(ConstantDescs.CD_Object);
    for (int i = 0; i < classes.size(); i++) {
      code.dup().loadConstant(i);
      code.new_(classes.get(i)).dup();
      code.invokespecial(classes.get(i), ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
      code.aastore();
    }
    MethodTypeDesc of = MethodTypeDesc.of(LIST, ConstantDescs.CD_Object.arrayType());
    code.invokestatic(LIST, "of", of, true).areturn();
  }
}
