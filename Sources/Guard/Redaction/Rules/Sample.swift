/// Characters for the test values of rules: they look like tokens and open nothing.
enum Sample {
  static func mixed(_ count: Int) -> String { repeating("k3J9xQ7mZ2vTfL8wBn4RdY6cHs5Gp1", count) }
  static func small(_ count: Int) -> String { repeating("k3j9x7qm2zvt8fwbn4rd6ychs5gp1", count) }
  static func capitals(_ count: Int) -> String { repeating("QJ7XK2ZV5MBWR4TNGH6PDYC3LFS", count) }
  static func hexadecimal(_ count: Int) -> String { repeating("9f3c07e1b85d2a64", count) }
  static func digits(_ count: Int) -> String { repeating("7392851640", count) }

  private static func repeating(_ pattern: String, _ count: Int) -> String {
    String(String(repeating: pattern, count: count / pattern.count + 1).prefix(count))
  }
}
