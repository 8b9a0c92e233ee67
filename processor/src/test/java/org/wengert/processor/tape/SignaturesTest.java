package org.wengert.processor.tape;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SignaturesTest {
  @ParameterizedTest
  @EnumSource(MathFunction.class)
  void functionsHaveTheOverloadsThatJavaGivesThem(MathFunction function) {
    for (Class<?> owner : List.of(Math.class, StrictMath.class)) {
      List<String> declared =
          Stream.of(owner.getMethods())
              .filter(method -> method.getName().equals(function.javaName()))
              .map(SignaturesTest::descriptor)
              .toList();
      assumeFalse(declared.isEmpty(), function + " is of a later Java");
      assertThat(Signatures.descriptors(function)).containsExactlyElementsIn(declared);
    }
  }

  private static String descriptor(Method method) {
    return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
        .toMethodDescriptorString();
  }

  @Test
  void operandsOfDifferentTypesDoNotMix() {
    for (Arithmetic operator : Arithmetic.values()) {
      assertThat(result(operator, Type.DOUBLE, Type.FLOAT)).isEmpty();
      assertThat(result(operator, Type.INT, Type.BOOLEAN)).isEmpty();
    }
    assertThat(result(Arithmetic.SHL, Type.INT, Type.LONG)).hasValue(Type.INT);
    assertThat(result(Arithmetic.SHL, Type.LONG, Type.INT)).hasValue(Type.LONG);
    assertThat(result(Arithmetic.SELECT, Type.BOOLEAN, Type.INT, Type.LONG)).isEmpty();
    assertThat(result(MathCall.of(MathFunction.SCALB), Type.DOUBLE, Type.LONG)).isEmpty();
    assertThat(result(MathCall.of(MathFunction.ABS), Type.DOUBLE.arrayOf())).isEmpty();
  }

  @Test
  void arraysAndReferencesCanOnlyBeComparedAndSelected() {
    Type array = Type.DOUBLE.arrayOf();
    Type opaque = Type.opaque("java.lang.String");
    for (Arithmetic operator : Arithmetic.values()) {
      boolean equality = operator == Arithmetic.EQ || operator == Arithmetic.NE;
      Optional<Type> expected = equality ? Optional.of(Type.BOOLEAN) : Optional.empty();
      assertThat(result(operator, array, array)).isEqualTo(expected);
      assertThat(result(operator, opaque, opaque)).isEqualTo(expected);
      assertThat(result(operator, array)).isEmpty();
    }
    assertThat(result(Arithmetic.SELECT, Type.BOOLEAN, array, array)).hasValue(array);
  }

  private static Optional<Type> result(Operator operator, Type... operands) {
    return Signatures.result(operator, Arrays.asList(operands));
  }
}
