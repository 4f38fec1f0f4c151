import Exchange
import Foundation
import Testing
import Trace

@Suite("Rows from a CSV file")
struct TableTests {
  @Test("A header and rows become columns and cells")
  func headerAndRows() throws {
    let table = try Table(csv: Data("name,amount\r\nAnna,12.50\r\nBob,3\r\n".utf8), named: "a.csv")
    #expect(table == Table(name: "a.csv", columns: ["name", "amount"], rows: [["Anna", "12.50"], ["Bob", "3"]]))
  }

  @Test("Quoted cells keep separators, line breaks and quotation marks")
  func quotedCells() throws {
    let text = "name,note\n\"Müller, Anna\",\"said \"\"hi\"\"\nand left\"\n"
    let table = try Table(csv: Data(text.utf8), named: "a.csv")
    #expect(table.rows == [["Müller, Anna", "said \"hi\"\nand left"]])
  }

  @Test("Semicolons and a byte order mark are understood, as spreadsheets write them")
  func semicolons() throws {
    let table = try Table(csv: Data("\u{FEFF}name;amount\nAnna;12,50\n".utf8), named: "a.csv")
    #expect(table == Table(name: "a.csv", columns: ["name", "amount"], rows: [["Anna", "12,50"]]))
  }

  @Test("Short rows are filled with empty cells and blank lines are left out")
  func shortRows() throws {
    let table = try Table(csv: Data("a,b\n1\n\n2,3\n".utf8), named: "a.csv")
    #expect(table.rows == [["1", ""], ["2", "3"]])
  }

  @Test(
    "What cannot be read is refused with its reason",
    arguments: [
      (Data([0xFF, 0xFE, 0x00]), TableError.notText(file: "a.csv")),
      (Data("".utf8), .noHeader(file: "a.csv")),
      (Data("a,a\n1,2\n".utf8), .repeatedColumn(file: "a.csv", column: "a")),
      (Data("a,b\n1,2,3\n".utf8), .longRow(file: "a.csv", row: 1, cells: 3, columns: 2)),
    ])
  func refusals(data: Data, expected: TableError) {
    #expect(throws: expected) { try Table(csv: data, named: "a.csv") }
  }
}
