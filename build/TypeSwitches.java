import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pattern-matching switches of a class. Each compiles to an `invokedynamic` whose bootstrap
/// method makes a class at run time, at every start, which no AOT cache of JDK 25 holds: with a
/// dozen of them on the way, most of the time that a short command takes. Here each becomes a call
/// of a method that tests the types in order, which is what the made class does.
final class TypeSwitches {
  private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.SwitchBootstraps");

  private final ClassModel model;
  private final boolean isInterface;
  private final Map<TypeSwitch, String> methods = new LinkedHashMap<>();

  TypeSwitches(ClassModel model) {
    this.model = model;
    this.isInterface = (model.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0;
    for (MethodModel method : model.methods()) {
      method.code().ifPresent(code -> code.forEach(this::collect));
    }
  }

  private void collect(CodeElement element) {
    of(element).ifPresent(each -> methods.putIfAbsent(each, "$typeSwitch$" + methods.size()));
  }

  boolean any() {
    return !methods.isEmpty();
  }

  ClassTransform transform() {
    CodeTransform calls =
        (builder, element) ->
            of(element).ifPresentOrElse(each -> call(builder, each), () -> builder.with(element));
    return ClassTransform.transformingMethodBodies(calls)
        .andThen(
            ClassTransform.endHandler(
                builder ->
                    methods.forEach(
                        (each, name) ->
                            builder.withMethodBody(
                                name,
                                each.type(),
                                ClassFile.ACC_PRIVATE
                                    | ClassFile.ACC_STATIC
                                    | ClassFile.ACC_SYNTHETIC,
                                each::write))));
  }

  private void call(CodeBuilder builder, TypeSwitch each) {
    builder.invokestatic(model.thisClass().asSymbol(), methods.get(each), each.type(), isInterface);
  }

  private static Optional<TypeSwitch> of(CodeElement element) {
    if (!(element instanceof InvokeDynamicInstruction call)
        || !call.bootstrapMethod().owner().equals(BOOTSTRAPS)
        || !call.bootstrapMethod().methodName().equals("typeSwitch")) {
      return Optional.empty();
    }
    List<ClassDesc> types = new ArrayList<>();
    for (ConstantDesc argument : call.bootstrapArgs()) {
      if (!(argument instanceof ClassDesc type)) {
        return Optional.empty(); // constants among the labels
      }
      types.add(type);
    }
    return Optional.of(new TypeSwitch(call.typeSymbol(), types));
  }

  /// @param type of the method: the value and the label to start from, to the label that matches
  /// @param types one a label
  private record TypeSwitch(MethodTypeDesc type, List<ClassDesc> types) {
    void write(CodeBuilder code) {
      Label present = code.newLabel();
      code.aload(0).ifnonnull(present).iconst_m1().ireturn().labelBinding(present);
      for (int i = 0; i < types.size(); i++) {
        Label next = code.newLabel();
        code.iload(1).loadConstant(i).if_icmpgt(next);
        code.aload(0).instanceOf(types.get(i)).ifeq(next);
        code.loadConstant(i).ireturn().labelBinding(next);
      }
      code.loadConstant(types.size()).ireturn();
    }
  }
}
