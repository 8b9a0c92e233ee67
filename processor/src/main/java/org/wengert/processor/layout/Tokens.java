package org.wengert.processor.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of a statement or header, and how far they have been read. */
final class Tokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'"
              + "|\\.?\\d(?:[eE][+-]|[\\w.])*"
              + "|[\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}]*"
              + "|->|::|\\+\\+|--|&&|\\|\\||[=!<>+\\-*/%&|^]=|<<=?|\\S");

  private final List<String> tokens;
  private int next;

  private Tokens(List<String> tokens) {
    this.tokens = tokens;
  }

  static Tokens of(String line) {
    List<String> tokens = new ArrayList<>();
    for (Matcher matcher = TOKEN.matcher(line); matcher.find(); ) {
      tokens.add(matcher.group());
    }
    return new Tokens(tokens);
  }

  boolean isEmpty() {
    return next == tokens.size();
  }

  /** The next token, or nothing at the end. */
  String peek() {
    return peek(0);
  }

  String peek(int ahead) {
    return next + ahead < tokens.size() ? tokens.get(next + ahead) : "";
  }

  boolean at(String... expected) {
    for (int i = 0; i < expected.length; i++) {
      if (!peek(i).equals(expected[i])) {
        return false;
      }
    }
    return true;
  }

  String take() {
    if (isEmpty()) {
      throw new UnknownSyntaxException();
    }
    return tokens.get(next++);
  }

  String take(String expected) {
    if (!peek().equals(expected)) {
      throw new UnknownSyntaxException();
    }
    return take();
  }

  boolean takeIf(String expected) {
    boolean there = !isEmpty() && peek().equals(expected);
    if (there) {
      next++;
    }
    return there;
  }

  String takeName() {
    if (!isName(peek())) {
      throw new UnknownSyntaxException();
    }
    return take();
  }

  /** Of names and keywords. */
  static boolean isName(String token) {
    return !token.isEmpty() && Character.isJavaIdentifierStart(token.codePointAt(0));
  }

  int position() {
    return next;
  }

  void back(int position) {
    next = position;
  }
}
