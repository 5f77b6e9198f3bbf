/// A team of the league: who it is and where its arena stands.
struct Franchise: Sendable {
  let tricode: String
  let city: String
  let nickname: String
  /// Degrees north and degrees east (negative in America) of the arena.
  let latitude: Double
  let longitude: Double
  let zone: Zone

  var name: String { "\(city) \(nickname)" }

  /// Zone of the arena, as hours behind UTC in standard time.
  enum Zone: Int, Sendable {
    case eastern = 5
    case central, mountain, pacific
  }

  /// How some feeds spell the tricode instead; the same as `tricode` for most teams.
  var variant: String {
    switch tricode {
    case "BKN": "BRK"
    case "CHA": "CHO"
    case "PHX": "PHO"
    default: tricode
    }
  }

  /// How one bookmaker spells the full name.
  var marketName: String { tricode == "LAC" ? "Los Angeles Clippers" : name }

  /// Hours from local time to UTC on a day. Arizona keeps standard time all year.
  func hoursBehindUTC(on day: CivilDay) -> Int {
    zone.rawValue - (day.hasDaylightTime && tricode != "PHX" ? 1 : 0)
  }

  init(
    _ tricode: String, _ city: String, _ nickname: String, _ latitude: Double, _ longitude: Double,
    _ zone: Zone
  ) {
    self.tricode = tricode
    self.city = city
    self.nickname = nickname
    self.latitude = latitude
    self.longitude = longitude
    self.zone = zone
  }
}

extension Franchise {
  /// The thirty teams in six divisions of five: the first three divisions are the East.
  static let all: [Franchise] = [
    // Atlantic
    Franchise("BOS", "Boston", "Celtics", 42.3662, -71.0621, .eastern),
    Franchise("BKN", "Brooklyn", "Nets", 40.6826, -73.9754, .eastern),
    Franchise("NYK", "New York", "Knicks", 40.7505, -73.9934, .eastern),
    Franchise("PHI", "Philadelphia", "76ers", 39.9012, -75.1720, .eastern),
    Franchise("TOR", "Toronto", "Raptors", 43.6435, -79.3791, .eastern),
    // Central
    Franchise("CHI", "Chicago", "Bulls", 41.8807, -87.6742, .central),
    Franchise("CLE", "Cleveland", "Cavaliers", 41.4965, -81.6882, .eastern),
    Franchise("DET", "Detroit", "Pistons", 42.3411, -83.0553, .eastern),
    Franchise("IND", "Indiana", "Pacers", 39.7640, -86.1555, .eastern),
    Franchise("MIL", "Milwaukee", "Bucks", 43.0451, -87.9172, .central),
    // Southeast
    Franchise("ATL", "Atlanta", "Hawks", 33.7573, -84.3963, .eastern),
    Franchise("CHA", "Charlotte", "Hornets", 35.2251, -80.8392, .eastern),
    Franchise("MIA", "Miami", "Heat", 25.7814, -80.1870, .eastern),
    Franchise("ORL", "Orlando", "Magic", 28.5392, -81.3839, .eastern),
    Franchise("WAS", "Washington", "Wizards", 38.8981, -77.0209, .eastern),
    // Northwest
    Franchise("DEN", "Denver", "Nuggets", 39.7487, -105.0077, .mountain),
    Franchise("MIN", "Minnesota", "Timberwolves", 44.9795, -93.2761, .central),
    Franchise("OKC", "Oklahoma City", "Thunder", 35.4634, -97.5151, .central),
    Franchise("POR", "Portland", "Trail Blazers", 45.5316, -122.6668, .pacific),
    Franchise("UTA", "Utah", "Jazz", 40.7683, -111.9011, .mountain),
    // Pacific
    Franchise("GSW", "Golden State", "Warriors", 37.7680, -122.3877, .pacific),
    Franchise("LAC", "LA", "Clippers", 33.9447, -118.3412, .pacific),
    Franchise("LAL", "Los Angeles", "Lakers", 34.0430, -118.2673, .pacific),
    Franchise("PHX", "Phoenix", "Suns", 33.4457, -112.0712, .mountain),
    Franchise("SAC", "Sacramento", "Kings", 38.5802, -121.4997, .pacific),
    // Southwest
    Franchise("DAL", "Dallas", "Mavericks", 32.7905, -96.8103, .central),
    Franchise("HOU", "Houston", "Rockets", 29.7508, -95.3621, .central),
    Franchise("MEM", "Memphis", "Grizzlies", 35.1382, -90.0506, .central),
    Franchise("NOP", "New Orleans", "Pelicans", 29.9490, -90.0821, .central),
    Franchise("SAS", "San Antonio", "Spurs", 29.4270, -98.4375, .central),
  ]

  static let tricodes = all.map(\.tricode)

  static func division(of team: Int) -> Int { team / 5 }
  static func isEastern(_ team: Int) -> Bool { team < 15 }
}
