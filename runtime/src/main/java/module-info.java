/** What annotated methods and their derivatives are compiled against. */
module org.wengert {
  exports org.wengert;
}
