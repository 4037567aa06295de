const forms = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Organisations known by one word, as written: agencies and stations, bodies, armed groups, companies. */
const KNOWN = forms(`
  Reuters Xinhua AFP UPI Interfax TASS IRNA Anadolu Bloomberg BBC CNN NBC ABC CBS MSNBC NPR DPA EFE ANSA Kyodo Yonhap
  NATO UNICEF UNHCR UNESCO UNRWA IAEA OPEC OSCE ASEAN ECOWAS IMF WTO OAS OCHA OPCW ICRC Interpol Europol Frontex UN U.N. EU E.U. AU WHO WFP
  FBI CIA NSA DEA KGB FSB GRU ISI Mossad Pentagon NASA EPA FDA CDC IRS FEMA USAID Congress Senate Knesset Bundestag Duma
  Hezbollah Hizbollah Hizbullah Hezbullah Hamas Taliban ISIS ISIL Daesh PKK YPG SDF FARC ELN FMLN IRA LTTE PLO Fatah Houthis Ansarullah ETA
  AQAP AQIM JNIM TTP NDF Naxalites Sendero MRTA UNITA RENAMO SWAPO ANC
  Google Microsoft Facebook Twitter YouTube Yahoo eBay Netflix Mozilla Oracle Adobe Cisco Intel IBM Dell Lenovo Nokia Samsung Sony Siemens
  Toyota Honda Nissan BMW Volkswagen Hyundai Boeing Airbus Lockheed Raytheon Walmart Disney Pepsi Starbucks Nike Adidas Pfizer Verizon Comcast
  FedEx Exxon ExxonMobil Chevron BP Gazprom Rosneft Aramco Halliburton Blackwater Tesla Uber
`)

/** Of these, words that mean something else in small letters: in a text all in capitals they say nothing. */
const ALSO_WORDS = forms('WHO ETA AU SENATE CONGRESS INTEL ORACLE UBER NIKE TASS ANSA DELL EFE ISI')

const KNOWN_IN_CAPITALS: ReadonlySet<string> = new Set([...KNOWN].map((form) => form.toUpperCase()).filter((form) => !ALSO_WORDS.has(form)))

/** Whether the word is the name of a well-known organisation. */
export const isKnownOrganisation = (form: string, shouted: boolean): boolean => (shouted ? KNOWN_IN_CAPITALS : KNOWN).has(form)
