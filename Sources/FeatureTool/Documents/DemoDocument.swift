/// The JSON of `demo`: the documents of its commands.
struct DemoDocument: Encodable {
  let load: LoadDocument
  let run: RunDocument
  let status: StatusDocument
}
