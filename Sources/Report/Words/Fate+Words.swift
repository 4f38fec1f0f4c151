extension Fate {
  /// In a few words, for a legend.
  var words: String {
    switch self {
    case .carriedOut: "carried out right"
    case .carriedOutWrong: "carried out, but wrong"
    case .unsure: "known, but not surely enough to act"
    case .start: "you begin: what is done, and when"
    case .judgement: "your decision"
    case .unseen: "what only you knew"
    case .exception: "an unusual turn"
    case .rare: "done too rarely"
    case .new: "never done before"
    case .aside: "belongs to no task"
    }
  }

  /// In a sentence.
  var explanation: String {
    switch self {
    case .carriedOut:
      "Asked for this piece of work, it would have done these steps alone, and all to the end would have been right."
    case .carriedOutWrong: "It would have gone on by itself, and something would have been wrong."
    case .unsure: "It knew how to go on, but too little spoke for it to act on that."
    case .start: "The first step of each piece of work: a person decides what is done next, and asks for it."
    case .judgement: "Alike cases were decided one way and the other, and nothing on the screen tells which."
    case .unseen: "A value that was nowhere on the screen before it was entered: known, heard or read elsewhere."
    case .exception: "The work went another way than it had gone before."
    case .rare: "Work that had been done before, but too few times to learn it."
    case .new: "Work of a kind that had never been done before: nobody could have learned it."
    case .aside: "Steps that are no part of any task that was found."
    }
  }
}
