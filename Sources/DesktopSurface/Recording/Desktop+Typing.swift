import Surfaces
import Trace

/// Text, told once it is whole.
extension Desktop {
  /// Tells what was typed, as the element says it; where something is being pasted by now, as it said it before.
  func finishTyping(isPasting: Bool = false) async {
    guard let typed = typing else { return }
    typing = nil
    guard typed.isChanged else { return }
    guard let seen = typed.seen, !typed.isSecret else {
      var element = typed.element ?? Self.unknown
      element.value = nil
      emit(.action(.fill(Withheld(.password).description)), at: typed.time, in: typed.place, element: element)
      return
    }
    if typed.isCell {
      await finish(cell: seen, typed)
    } else {
      await finish(field: seen, typed, isPasting)
    }
  }

  private func finish(field seen: SeenElement, _ typed: Typing, _ isPasting: Bool) async {
    var value: String?
    // A field that is gone with its dialog has told its text before.
    do { value = isPasting ? typed.textBeforePaste : try await looking.value(of: seen.accessible) } catch {}
    guard await isStillGranted(typed.place) else { return }
    guard let text = typed.filled(saying: value) else {
      emit(
        .signal(.notRecorded("What was typed here is not known: the application did not tell.")), at: typed.time,
        in: typed.place)
      return
    }
    // Keys of a secret may come so soon after the focus that they seem to be another field's: what it does not show may
    // not be its own.
    if text != value, looking.focus.hasSecrets(ofApplication: seen.accessible.bus) {
      let withheld = Action.fill(Withheld(.password).description)
      emit(.action(withheld), at: typed.time, in: typed.place, element: seen.element)
      return
    }
    var held = seen
    held.element.value = text
    focus.note(held, in: typed.place.window, from: typed.arrival)
    // An element that was looked at late held all of it already.
    guard text != seen.element.value || !text.isEmpty && text == typed.keys else { return }
    let action: Action = seen.element.role == .combobox && !seen.element.options.isEmpty ? .select([text]) : .fill(text)
    emit(.action(action), at: typed.time, in: typed.place, element: typed.elementBefore(seen.element, text))
  }

  /// What is typed into a cell is in it once it was left.
  private func finish(cell seen: SeenElement, _ typed: Typing) async {
    var value: String?
    let end = ContinuousClock.now + .milliseconds(400)
    repeat {
      do { value = try await looking.text(ofCell: seen.accessible) } catch { break }
      if (value ?? "") != (seen.element.value ?? "") { break }
      try? await Task.sleep(for: .milliseconds(10))
    } while ContinuousClock.now < end && typed.keys != seen.element.value
    guard await isStillGranted(typed.place) else { return }
    let text = typed.entered(showing: value ?? "")
    focus.note(nil, in: typed.place.window, from: typed.arrival)
    guard text != seen.element.value || text == typed.keys else { return }
    emit(.action(.fill(text)), at: typed.time, in: typed.place, element: typed.elementBefore(seen.element, text))
  }

  func take(_ change: AccessibilityChange) async {
    if let goal = change.goal {
      // Keys do not wait for it.
      follows += 1
      Task {
        await follow(change, to: goal)
        follows -= 1
      }
    }
    guard let typed = typing, let seen = typed.seen, !typed.isSecret, change.source.bus == seen.accessible.bus else {
      return
    }
    switch change.kind {
    case .textInserted, .textDeleted, .valueChanged:
      guard change.source == seen.accessible, !isNoting else { return }
      isNoting = true
      Task {
        await note(typed)
        isNoting = false
      }
    case .caretMoved where typed.isCell && typed.keys == nil:
      await noteEdited(typed)
    case .focusGained where change.source != seen.accessible && !typed.isCell:
      // What comes now goes there; the rest is told as it stands.
      await finishTyping()
    default: return
    }
  }

  /// Keeps ``Desktop/focus``: what has it is described when it comes there.
  private func follow(_ change: AccessibilityChange, to accessible: Accessible) async {
    // A sheet's cell is told twice: as its cursor, and as selected.
    if case .stateChanged = change.kind, looking.focus.cursor(ofApplication: accessible.bus) == accessible { return }
    // What was just pressed was looked at before.
    if focus.isNoted(accessible, since: change.arrival - Self.moment) || pressed?.seen?.accessible == accessible {
      return
    }
    // LibreOffice says that its input line has the focus while a cell is typed into.
    // One process may have windows that are granted, and others that are not.
    guard typing == nil, let front = try? await windowSystem.activeWindow(), front.process == change.process,
      let place = await granted(front)
    else { return }
    if change.kind == .focusGained, (try? await following.onlyHolds(accessible)) == true { return }
    // LibreOffice tells that a cell is left before it tells where the cursor went: what is over is not asked for.
    if case .stateChanged = change.kind {} else if !looking.focus.holds(accessible) { return }
    // What cannot be described now is asked for when it is typed into.
    let element = try? await following.describeNext(accessible)
    if let element, element.isChoice {
      hovered = Hovered(
        seen: SeenElement(accessible: accessible, element: element), place: place, arrival: change.arrival)
      return
    }
    if case .stateChanged = change.kind { return }
    guard let element, !AccessibleRole.containers.contains(element.role) else { return }
    guard typing == nil, looking.focus.holds(accessible), let time = looking.focus.time(of: accessible) else { return }
    focus.note(SeenElement(accessible: accessible, element: element), in: place.window, from: time)
  }

  /// How long the focus takes to be told of after a press.
  private static let moment = Duration.milliseconds(300)

  private func note(_ typed: Typing) async {
    guard let seen = typed.seen, let text = try? await following.value(of: seen.accessible) else { return }
    if typing?.seen?.accessible == seen.accessible { typing?.text = text }
  }

  /// A cell that is edited says what stands in it only while it is.
  private func noteEdited(_ typed: Typing) async {
    guard let id = UInt32(typed.place.window), let window = try? await windowSystem.window(id),
      let focused = await looking.focused(in: window), let text = focused.element.value
    else { return }
    if typing?.seen?.element.attributes["cell"] == focused.element.attributes["cell"] { typing?.text = text }
  }
}
