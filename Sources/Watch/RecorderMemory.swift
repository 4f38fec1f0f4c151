import CKernel

/// The memory of a process that records.
public enum RecorderMemory {
  /// Gives what large buffers took back to the system as soon as they are free: a picture of a screen takes megabytes for
  /// the time of its coding, which the C library would keep from then on.
  ///
  /// It holds for the whole process: for whoever begins it to call, not for a library.
  public static func giveBackLargeBuffers() {
    understudy_give_back_buffers(256 * 1024)
  }
}
