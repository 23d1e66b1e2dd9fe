import Examples
import Testing

@testable import Print

/// How pieces are distributed over boxes. A piece is written as its height.
@Suite struct FlowTests {
  @Test("Boxes are filled about equally, whatever would fit into the first")
  func balance() {
    #expect(boxes([10, 10, 10, 10], heights: [40, 40]) == [[0, 1], [2, 3]])
    #expect(boxes([30, 10, 10, 10], heights: [60, 60]) == [[0], [1, 2, 3]])
    #expect(boxes([10, 10, 10, 10, 10, 10], heights: [60, 60, 60]) == [[0, 1], [2, 3], [4, 5]])
  }

  @Test("The order of the pieces is kept, and each is in one box")
  func order() throws {
    let pieces = (0..<20).map { Piece(height: Double($0 % 5 + 3)) }
    let ranges = try #require(Flow(pieces: pieces, heights: [40, 40, 40]).balanced()).ranges
    #expect(ranges.flatMap { $0 } == Array(0..<20))
  }

  @Test("Pieces that belong together are not parted, and it is better to part where it costs less")
  func costs() {
    #expect(boxes([10, 10, 10, 10], costs: [0, .infinity, 0, 0], heights: [30, 30]) == [[0], [1, 2, 3]])
    #expect(boxes([10, 10, 10, 10], costs: [0.9, 0.9, 0, 0], heights: [40, 40]) == [[0, 1, 2], [3]])
  }

  @Test("Pieces that may never be parted and do not fit together do not fit at all")
  func glue() {
    let pieces = [Piece(height: 20, breakCost: .infinity), Piece(height: 20)]
    #expect(!Flow(pieces: pieces, heights: [30, 30]).fits)
    #expect(Flow(pieces: pieces, heights: [30, 30]).firstLeftOver() == 0)
    #expect(Flow(pieces: pieces, heights: [30, 30]).balanced() == nil)
    #expect(Flow(pieces: pieces, heights: [30, 40]).fits)
  }

  @Test("A gap counts between pieces, but not at the top of a box")
  func gaps() {
    let pieces = [Piece(height: 10), Piece(height: 10, gap: 5)]
    #expect(!Flow(pieces: pieces, heights: [24]).fits)
    #expect(Flow(pieces: pieces, heights: [25]).fits)
    #expect(Flow(pieces: pieces, heights: [10, 10]).fits)
    #expect(Flow(pieces: pieces, heights: [25]).height(of: 0..<2) == 25)
    #expect(Flow(pieces: pieces, heights: [25]).height(of: 1..<2) == 10)
  }

  @Test("A piece that is higher than every box is left over, and the first such is named")
  func oversized() {
    let flow = Flow(pieces: [10, 50, 10].map { Piece(height: $0) }, heights: [40, 40])
    #expect(flow.firstLeftOver() == 1)
    #expect(flow.balanced() == nil)
  }

  @Test("A piece that is too high for the first box goes into the second")
  func skipped() {
    #expect(boxes([30, 10], heights: [20, 40]) == [[], [0, 1]])
  }

  @Test("Without pieces every box is empty; without boxes nothing fits")
  func nothing() {
    #expect(boxes([], heights: [20, 40]) == [[], []])
    #expect(Flow(pieces: [], heights: []).fits)
    #expect(!Flow(pieces: [Piece(height: 1)], heights: []).fits)
    #expect(Flow(pieces: [Piece(height: 1)], heights: []).balanced() == nil)
  }

  @Test("With more boxes than pieces some stay empty")
  func spareBoxes() throws {
    let found = try #require(boxes([10], heights: [20, 20, 20]))
    #expect(found.flatMap { $0 } == [0] && found.count == 3)
  }

  @Test("What fits can always be balanced, and what is balanced fits into its boxes")
  func agreement() throws {
    var random = SeededNumbers(seed: 7)
    for _ in 0..<2000 {
      let pieces = (0..<Int.random(in: 0..<12, using: &random)).map { _ in
        Piece(
          height: Double(Int.random(in: 1...20, using: &random)), gap: Double(Int.random(in: 0..<4, using: &random)),
          breakCost: [0, 0.3, 0.7, .infinity][Int.random(in: 0..<4, using: &random)])
      }
      let flow = Flow(
        pieces: pieces,
        heights: (0..<Int.random(in: 1...3, using: &random)).map { _ in Double(Int.random(in: 10..<70, using: &random))
        })
      let balanced = flow.balanced()
      #expect(flow.fits == (balanced != nil))
      for (range, height) in zip(balanced?.ranges ?? [], flow.heights) {
        #expect(flow.height(of: range) <= height + 0.02)
      }
    }
  }

  /// The pieces of each box, by their numbers.
  private func boxes(_ pieces: [Double], costs: [Double] = [], heights: [Double]) -> [[Int]]? {
    let pieces = pieces.enumerated().map { index, height in
      Piece(height: height, breakCost: index < costs.count ? costs[index] : 0)
    }
    return Flow(pieces: pieces, heights: heights).balanced()?.ranges.map { Array($0) }
  }
}
