import Foundation

extension Error {
  /// Why a file or a folder could not be made or written, in a few words.
  var fileTrouble: String {
    switch (self as? CocoaError)?.code {
    case .fileWriteVolumeReadOnly?: "the disk is read-only"
    case .fileWriteNoPermission?, .fileReadNoPermission?: "its folder may not be written"
    case .fileWriteOutOfSpace?: "the disk is full"
    case .fileWriteFileExists?: "a file of that name is in the way"
    default: localizedDescription
    }
  }
}
