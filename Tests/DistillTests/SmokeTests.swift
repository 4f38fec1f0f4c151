import Distill
import Testing
import Trace

@Suite("Distilling a simple stream")
struct SmokeTests {
  @Test("Nothing in, nothing out")
  func empty() {
    #expect(Distiller().distill([]) == Distillation())
  }
}
