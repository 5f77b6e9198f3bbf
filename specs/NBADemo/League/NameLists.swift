/// The stock of invented names. No pair of a given and a family name here is a real player's.
enum NameLists {
  static let given = words(
    """
    Abel Adisa Aldric Alonzo Amadi Amos Anselm Ansel Archer Arlo Armel Asher Aubrey Augustin
    Barrett Bastian Beckett Benedikt Benson Bohdan Boone Bram Brecken Bryant Caleb Calloway
    Cassius Cedrick Cillian Clarence Cortland Cosmo Crispin Cyrus Dacian Damari Darnell Dashiell
    Davon Deandre Delroy Demarco Desmond Dexter Diallo Dorian Draven Eamon Edison Eldridge Elian
    Eliseo Emeka Emeric Enzo Ephraim Errol Evander Ewan Ezekiel Fabrice Femi Fenton Finnegan
    Florian Franco Gadiel Garrison Gaspard Gideon Gunnar Hakim Halston Harlan Hendrik Hollis
    Horatio Idris Ignacio Ilija Immanuel Isandro Ishmael Ivo Jabari-Lee Jarek Jasper Jericho
    Joaquín Jonas Jovani Julius Kacper Kaleb Keanu Kelvin Kendrick Kofi Kristof Kwame Lachlan
    Lamar Lars Laszlo Leandro Lemuel Leopold Lionel Lorenzo Lucian Mads Malachi Marcellus Matej
    Mattias Maurice Mekhi Merrick Micah Mikael Milos Moritz Nehemiah Niall Nikolai Obadiah Oisín
    Olamide Omari Orion Orlando Osvaldo Pavel Percival Phineas Quentin Quincy Rafael Ramón
    Rasheem Reginald Renzo René Rhett Roland Roman Ronan Rufus Sacha Salvador Samson Santino
    Sekou Silas Solomon Stellan Sterling Stéphane Sullivan Tadeo Tavian Teodor Thaddeus Theron
    Thierry Tobias Tomás Tor Tremaine Tyrell Ulises Uriah Valentin Vaughn Vitor Wendell Wesley
    Winston Xavion Yannick Yusuf Zachariah Zane Zephyr Žiga Zoltan Šimon
    """)

  static let family = words(
    """
    Abernathy Achebe Adair Adeyemi Ainsworth Akintola Albright Alderson Almonte Amaral Anselmo
    Applewhite Arceneaux Ashford Asante Atwater Aubin Babatunde Bainbridge Balogun Bancroft
    Barragán Bassett Beauchamp Bellamy Benítez Bergström Blackwood Blankenship Boateng Bordeaux
    Braithwaite Brandvold Brašić Briscoe Broussard Burkhart Cadwell Calderone Callahan
    Carrington Castellano Chadwick Chidi Cissé Claiborne Cobbins Colquitt Contreras Copeworth
    Cordero Cottrell Crenshaw Crowder-Bell Culpepper Cunliffe D'Amante D'Orsay Dandridge
    Davenport Delacroix Delgado Devereaux Dieng-Moreau Dijkstra Dillard Dorsett Dragović-Hale
    Drummer Duchamp Dunleigh Durant-Cole Easterling Eberhardt Ejiofor Ellington Emeagwali
    Engström Escobedo Estrada Etchison Fairbanks Falade Farnsworth Fauré Featherstone Figueroa
    Fitzhugh Fontaine Fortenberry Fournette Friedrich Gaillard Galbraith Gambrell Garrick
    Gauthier Gilchrist Glasgow Goncalves Goodwyn Grantham Greenlee Guillory Gundersen Hadžić
    Haldane Halloway Hammersmith Hargrove Harkless-Day Hathaway Hawthorne Heathcote Hemsworth
    Hightower Hinojosa Holloman Horvatić Huntley Ibekwe Igwe Ingleside Iverness Jakšić
    Janković-Reed Jardine Jeffcoat Jernigan Jovović Kabongo-Ray Kaczmarek Kalu Kavanagh Kestrel
    Kingsbury Kirkwood Klimek Koroma Kowalczyk Kratochvíl Lacroix Lambright Langston Lattimore
    Leclair Ledoux Lindqvist Lockridge Loftus Longstreet Lukić-Adams Lundgren Mabry Macklin
    Magnussen Mandeville Marchetti Markovský Mbaye Mbeki McAllister McCorvey McElroy McTavish
    Meriwether Milošić Mondragón Montague Moreland Moseley N'Gouba Nakamura Nascimento
    Ndiaye-Fall Nightingale Nkemelu Norwood Nottingham Novotný O'Dell O'Hanlon O'Mara Oduya
    Ogunleye Okeke-Shaw Okonjo Oquendo Osei Overton Oyelaran Pacheco Pagnotta Palmgren Peltier
    Pemberton Penhaligon Petrarca Philbrick Pickering Pinckney Popović-Lane Prendergast
    Pryor-West Quarles Quintero Rademacher Radcliffe Ramsbottom Rasmussen Ravenell Redgrave
    Renfroe Rickenbacker Ridgeway Rochambeau Rollins-Gray Rosario Rutledge Sandoval Šarčević
    Savoie Schofield Schreiber Seabrook Sinclair Sissoko Skarsgård Sokolov Southerland St.Clair
    Stallworth Standifer Stathakis Stoddard Strickland Sundberg Tafari Talbot Tarkington
    Tennyson Thibodeaux Thorne Thurgood Tillery Toliver-Banks Toussaint Trevino Trumbauer
    Tshibangu Ubanwa Underhill Valderrama Vandermeer Vasseur Vickers Villarreal Voss Wadsworth
    Wainwright Wallington Weatherby Westbrooke-Hill Whitlock Wickham Winterbourne Woolcott
    Wyndham Yarborough Yeboah Yildiz Zamora Zeller-Pope Zubiri
    """)

  static let suffixes = ["Jr.", "III", "II", "Jr.", "Jr."]

  private static func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map(String.init)
  }
}
