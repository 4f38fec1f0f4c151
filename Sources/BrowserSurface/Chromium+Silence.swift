import Surfaces
import Trace

/// Notices pages that hang: a person goes on elsewhere, and what they do in such a page is not seen.
extension Chromium {
  /// How often pages are asked, and how long they have to answer.
  static let patience = Duration.seconds(5)

  /// Asks every recorded page again and again whether it still answers, until the calling task is cancelled.
  func noticeSilence() async {
    while !Task.isCancelled, connection.ended == nil {
      try? await Task.sleep(for: Self.patience)
      guard state == .recording else { continue }
      await withTaskGroup(of: Void.self) { group in
        for tab in pages.tabs.values where isGranted(tab) && dialogs[tab.session] == nil {
          let reply = connection.send("Runtime.evaluate", ["expression": "0"], in: tab.session)
          group.addTask { await self.listen(to: reply, of: tab) }
        }
      }
    }
  }

  private func listen(to reply: PendingReply, of tab: Tab) async {
    let answers = await withTaskGroup(of: Bool.self) { group in
      group.addTask {
        // An error is an answer too: the page is gone, or is about to be another.
        _ = try? await reply.value()
        return true
      }
      group.addTask {
        try? await Task.sleep(for: Self.patience)
        return false
      }
      let first = await group.next() ?? true
      group.cancelAll()
      return first
    }
    if answers {
      silent.remove(tab.id)
    } else if dialogs[tab.session] == nil, let frame = pages.frames[tab.mainFrame], isGranted(frame),
      silent.insert(tab.id).inserted
    {
      emit(.signal(.notRecorded("This page does not answer: what is done in it is not recorded.")), at: frame)
    }
  }
}
