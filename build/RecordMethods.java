import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The `equals` and `hashCode` of a record. Each compiles to an `invokedynamic` whose bootstrap
/// method combines method handles at run time, at every start, for which no AOT cache of JDK 25
/// holds the classes. Here each becomes a call of a method that does the same, component by
/// component.
final class RecordMethods {
  private static final ClassDesc BOOTSTRAP = ClassDesc.of("java.lang.runtime.ObjectMethods");
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
  private static final String EQUALS = "equals";
  private static final String HASH_CODE = "hashCode";

  private final ClassModel model;
  private final Map<String, RecordMethod> methods = new LinkedHashMap<>();

  RecordMethods(ClassModel model) {
    this.model = model;
    for (MethodModel method : model.methods()) {
      if (isWanted(method.methodName().stringValue())) {
        method.code().ifPresent(code -> code.forEach(this::collect));
      }
    }
  }

  private static boolean isWanted(String method) {
    return method.equals(EQUALS) || method.equals(HASH_CODE);
  }

  private void collect(CodeElement element) {
    of(element).ifPresent(each -> methods.put(each.name(), each));
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
                    methods
                        .values()
                        .forEach(
                            each ->
                                builder.withMethodBody(
                                    "$record$" + each.name(),
                                    each.type(),
                                    ClassFile.ACC_PRIVATE
                                        | ClassFile.ACC_STATIC
                                        | ClassFile.ACC_SYNTHETIC,
                                    each::write))));
  }

  private void call(CodeBuilder builder, RecordMethod each) {
    builder.invokestatic(model.thisClass().asSymbol(), "$record$" + each.name(), each.type());
  }

  private static Optional<RecordMethod> of(CodeElement element) {
    if (!(element instanceof InvokeDynamicInstruction call)
        || !call.bootstrapMethod().owner().equals(BOOTSTRAP)) {
      return Optional.empty();
    }
    String name = call.name().stringValue();
    if (!isWanted(name)) {
      return Optional.empty();
    }
    List<Component> components = new ArrayList<>();
    for (ConstantDesc argument : call.bootstrapArgs()) {
      if (argument instanceof DirectMethodHandleDesc getter) {
        ClassDesc type = getter.invocationType().returnType();
        components.add(new Component(getter.owner(), getter.methodName(), type));
      }
    }
    return Optional.of(new RecordMethod(name, call.typeSymbol(), components));
  }

  private record Component(ClassDesc owner, String name, ClassDesc type) {
    void load(CodeBuilder code, int variable) {
      code.aload(variable).getfield(owner, name, type);
    }

    /// From the value on the stack to its hash.
    void hash(CodeBuilder code) {
      if (type.isPrimitive()) {
        ClassDesc box = boxed();
        code.invokestatic(box, HASH_CODE, MethodTypeDesc.of(ConstantDescs.CD_int, type));
      } else {
        code.invokestatic(
            OBJECTS, HASH_CODE, MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object));
      }
    }

    /// From two values on the stack to a jump where they differ.
    void jumpIfUnequal(CodeBuilder code, Label unequal) {
      switch (TypeKind.from(type)) {
        case BOOLEAN, BYTE, CHAR, SHORT, INT -> code.if_icmpne(unequal);
        case LONG -> code.lcmp().ifne(unequal);
        case FLOAT, DOUBLE -> {
          MethodTypeDesc compare = MethodTypeDesc.of(ConstantDescs.CD_int, type, type);
          code.invokestatic(boxed(), "compare", compare).ifne(unequal);
        }
        default -> {
          MethodTypeDesc equal =
              MethodTypeDesc.of(
                  ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);
          code.invokestatic(OBJECTS, EQUALS, equal).ifeq(unequal);
        }
      }
    }

    private ClassDesc boxed() {
      return switch (TypeKind.from(type)) {
        case BOOLEAN -> ConstantDescs.CD_Boolean;
        case BYTE -> ConstantDescs.CD_Byte;
        case CHAR -> ConstantDescs.CD_Character;
        case SHORT -> ConstantDescs.CD_Short;
        case INT -> ConstantDescs.CD_Integer;
        case LONG -> ConstantDescs.CD_Long;
        case FLOAT -> ConstantDescs.CD_Float;
        case DOUBLE -> ConstantDescs.CD_Double;
        default -> throw new IllegalStateException("no primitive: " + type);
      };
    }
  }

  /// @param type of the method: the record, for `equals` another object, to what it answers
  private record RecordMethod(String name, MethodTypeDesc type, List<Component> components) {
    void write(CodeBuilder code) {
      if (name.equals(HASH_CODE)) {
        writeHashCode(code);
      } else {
        writeEquals(code);
      }
    }

    private void writeHashCode(CodeBuilder code) {
      code.iconst_0();
      for (Component component : components) {
        code.bipush(31).imul();
        component.load(code, 0);
        component.hash(code);
        code.iadd();
      }
      code.ireturn();
    }

    private void writeEquals(CodeBuilder code) {
      ClassDesc self = type.parameterType(0);
      Label other = code.newLabel();
      Label unequal = code.newLabel();
      code.aload(0).aload(1).if_acmpne(other).iconst_1().ireturn().labelBinding(other);
      code.aload(1).instanceOf(self).ifeq(unequal);
      code.aload(1).checkcast(self).astore(2);
      for (Component component : components) {
        component.load(code, 0);
        component.load(code, 2);
        component.jumpIfUnequal(code, unequal);
      }
      code.iconst_1().ireturn().labelBinding(unequal).iconst_0().ireturn();
    }
  }
}
