package org.wengert;

import java.util.Arrays;
import java.util.function.Predicate;

/** Where arrays stand among the arguments of a sweep, in the words of messages. */
final class ArrayPlaces {

  private Object[] arrays = new Object[16];
  private String[] names = new String[16];
  private int count;

  /** A place of an array and its derivative; one of them is null where there is none. */
  private record Place(Object array, String name, Object derivative, String derivativeName) {

    /** The same place within a row of both. */
    Place row(int i) {
      return new Place(rowOf(array, i), name + at(i), rowOf(derivative, i), derivativeName + at(i));
    }

    int rows() {
      Object outer = array == null ? derivative : array;
      return outer instanceof Object[] rows ? rows.length : 0;
    }

    private static Object rowOf(Object array, int i) {
      return array == null ? null : ((Object[]) array)[i];
    }

    private static String at(int i) {
      return "[" + i + "]";
    }

    boolean isOf(Object either) {
      return array == either || derivative == either;
    }

    Object other(Object one) {
      return array == one ? derivative : array;
    }
  }

  /** An argument and its derivative, or one of them where there is no other. */
  void add(Object array, String name, Object derivative, String derivativeName) {
    if (count == arrays.length) {
      arrays = Arrays.copyOf(arrays, 2 * count);
      names = Arrays.copyOf(names, 2 * count);
    }
    arrays[count] = array;
    names[count++] = name;
    arrays[count] = derivative;
    names[count++] = derivativeName;
  }

  void clear() {
    Arrays.fill(arrays, 0, count, null);
    count = 0;
  }

  /** An array that stands for an argument and for a derivative. */
  String ofBothSides(Object array) {
    return isTheSame(
        find(place -> place.derivative == array).derivativeName,
        find(place -> place.array == array).name);
  }

  /** An array whose partners differ: two derivatives, two arguments, or a derivative and none. */
  String ofTwoPartners(Object array, Object partner) {
    Place here = findLast(place -> place.isOf(array) && place.other(array) == partner);
    Place there = find(place -> place.isOf(array) && place.other(array) != partner);
    if (here.derivative == null) {
      return isTheSame(there.name, here.name);
    }
    if (there.derivative == null) {
      return isTheSame(here.name, there.name);
    }
    return there.derivativeName
        + " and "
        + here.derivativeName
        + " must be the same array exactly if "
        + there.name
        + " and "
        + here.name
        + " are";
  }

  private static String isTheSame(String one, String other) {
    return one + " is the same array as " + other;
  }

  private Place find(Predicate<Place> wanted) {
    Place found = null;
    for (int i = 0; found == null; i += 2) {
      found = find(wanted, argument(i));
    }
    return found;
  }

  private Place findLast(Predicate<Place> wanted) {
    Place found = null;
    for (int i = count - 2; found == null; i -= 2) {
      found = find(wanted, argument(i));
    }
    return found;
  }

  private Place argument(int i) {
    return new Place(arrays[i], names[i], arrays[i + 1], names[i + 1]);
  }

  private static Place find(Predicate<Place> wanted, Place within) {
    if (wanted.test(within)) {
      return within;
    }
    for (int i = 0; i < within.rows(); i++) {
      Place found = find(wanted, within.row(i));
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
