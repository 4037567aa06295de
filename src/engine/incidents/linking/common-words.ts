/**
 * Words by how common they are: one list for words in at least 30 % of texts, then 15, 8, 4 and 2 %. Counted over 667 texts of
 * many kinds (the training parts of UD English EWT and of the openly licensed part of GUM, November 2026); a count only, no text.
 */
export const COMMON_WORDS: readonly Readonly<{ share: number; words: string }>[] = [
  {
    share: 0.3,
    words:
      'about all also an and any are as at be been but by can did do for from get go good had has have he if in is it just like ' +
      'me more my no not of on one only or other out so some that the their them then there they this time to up very was we ' +
      'were what when which will with would you your',
  },
  {
    share: 0.15,
    words:
      'after again always am another around back because before being best better between both ca called come could day does ' +
      'down even every few find first food give going got great help her here him his home how however into its know last let ' +
      'little long look made make many may most much need never new next now off our over people place put really right said ' +
      'same say see service she should since still sure take than these think those through too two us use used want way well ' +
      'where while who work world year years',
  },
  {
    share: 0.08,
    words:
      'able actually ago almost already although among anyone anything area ask asked away bad based believe big bit business ' +
      'call came car care case change city country days different doing done due during each early either else end enough ' +
      'especially ever everything excellent experience fact family far feel found four free full gave getting given group hard ' +
      'having high highly hope hours important including information job keep kind known large later least leave left less life ' +
      'live looking lot love making mean means might money months morning must name needs nice night nothing number office old ' +
      'once open order others own part person places please point possible pretty price probably problem process question ' +
      'questions quite read real recommend room school second seen set several show small someone something staff start started ' +
      'state stay such system taking talk tell thank thanks thing things though thought three times today together told took ' +
      'try trying under understand until using wanted week went whether whole why within without working yes yet',
  },
  {
    share: 0.04,
    words:
      'above absolutely according across action add address afternoon against age air allowed alone along amazing america ' +
      'american amount answer anyway april areas attached attention available beautiful became become began behind below bill ' +
      'body book born bring brought building buy canada cause center central certain chance changes charge check children ' +
      'choice class clean clear close comes coming comments common company complete completely consider considered contact ' +
      'continue control copy cost countries couple course currently customer customers cut daily date deal decided definitely ' +
      'despite difficult discuss doctor dollars door earlier east easy eat email energy english enjoy enron entire etc everyone ' +
      'example expect extremely face fall felt figure final finally fine five following force form former forward friday friend ' +
      'friendly friends front fun further future general girl gives goes gon gone government groups guess guy guys half hand ' +
      'happened happy head hear heard held helpful history hold hour house huge human idea include inside instead interest ' +
      'interested international involved issue issues itself january john july kept key knew language largest late law lead ' +
      'learn legal level light likely line list lives living local location longer looked looks lost lots main major makes man ' +
      'management manager march mark market matter maybe meet meeting member members message middle military million mind ' +
      'minutes modern monday month move moved moving myself na national natural near nearly needed news north note nt offer ' +
      'often oh ok okay ones original outside overall owner particular parts party past pay per perfect period personal phone ' +
      'pick plan play pm political poor position power present president prices problems professional project provide provided ' +
      'public putting quality quickly rather ready reason received recent recently red region related remember report request ' +
      'research response rest restaurant result results return review reviews role run saw saying says sea security seeing ' +
      'seems send sense sent september served services short shows side simple simply single site situation six social society ' +
      'sometimes soon sorry sort south space special specific states step stop store street strong study stuff subject support ' +
      'taken takes talking team ten term test texas thinking third throughout thursday top town tried trip true turn turned ' +
      'type understanding united university unless upon usually visit wait walk war water ways website weekend weeks west ' +
      'whatever white willing wo wonderful word words worked works worst worth wrong yesterday york young yourself',
  },
  {
    share: 0.02,
    words:
      'ability accept accepted access account achieve act actions active activities activity actual added addition additional ' +
      'administration advice afraid agency agree agreed agreement ahead al allow alright alternative americans analysis animals ' +
      'answers anywhere appears application applied apply appointment appreciate approach appropriate argument army arrived art ' +
      'article asia asking aspects associated atmosphere attack attacks attempt attend attended august author authority average ' +
      'avoid aware awesome baby bar base basic basically basis begin beginning behavior believed benefit beyond bigger birthday ' +
      'black blood blue board booked border bottom bought box break bringing british broken budget build built bus bush buying ' +
      'california calling campaign canadian capital card carry cases cash catch caused centre century certainly changed ' +
      'changing charged cheap chicken chief child china choose church cities civil claim claimed claims clearly climate closed ' +
      'club coast coffee cold college comfortable comment commercial committee community companies compared complex computer ' +
      'concept concern concerned conditions conference considering constantly context continued continues contract cool corner ' +
      'corporate correct costs council court cover create created creating credit cross cultural culture current dad dangerous ' +
      'dark data daughter david de dead death decades december decide decision deep degree department depending depends ' +
      'described design designed desk detailed details determined develop developed development died difference dinner direct ' +
      'direction directly director discovered discussed discussion document dog dogs draft drinking drive driving dry earth ' +
      'easily eastern eating economic education effect effective effort efforts eight elected elements employees ended england ' +
      'enjoyed ensure environment escape established estimated europe evening event events eventually everybody evidence ' +
      'exactly except excited exist expected expensive experienced explain explained extra eye failed fair families fantastic ' +
      'fast father favorite fax fear february federal feed feeling feet female field fight file filled financial finding finish ' +
      'finished fire fish fit fixed flight floor fly focus focused folks follow followed follows forces foreign forget forms ' +
      'freedom french fresh fully game games gas generally generation george german gets girls giving glad global goal goals ' +
      'god greater green grew ground growing hair hall handle hands happen happens heads health healthy hearing heart heat ' +
      'helped helping helps hey hi higher himself historical hit holding honest hopefully horrible hospital hot hotel houston ' +
      'hundred hurt husband ideas identified ii image imagine immediately impact improve included includes increase increased ' +
      'indeed independent india individual industry info informed initial inspired insurance intelligence interesting internet ' +
      'interview iraq island items jack jeff joe join joined june justice keeping kid kids killed knowledge knows la lack land ' +
      'larger laws lay leader leaders leading learned learning leaving led letter liked limited lines link listed listen lived ' +
      'located london low lower luck lunch mail majority male material meal meaning meant measure media men mention mentioned ' +
      'menu met michael mine minister minute missed model mom moment mostly mother movement music named names nation nations ' +
      'nature necessary net network nine none nor normal northern notice noticed november numbers numerous observed obviously ' +
      'october offered offers official officials oil older online onto opened opening operations opinion opportunity option ' +
      'options ordered organization originally otherwise owned owners page paid pain paper parents paris park parking ' +
      'particularly pass patient paul paying payment peace percent performance perhaps personally pet physical picture pictures ' +
      'piece placed plane planned planning plans plants played playing pleasant pleased plenty plus points police policy ' +
      'popular population positive possibly post posted potential practice prepared press pressure previous primary prior ' +
      'private processes produce product production products professor program progress promise properly proposed protection ' +
      'proud provides providing published purchase purchased purpose quick quote raised ran range rate rates re reach reading ' +
      'reality realize reasonable reasons receive receiving recommended record refused regard regarding regards regional ' +
      'regular relationship relatively release released reliable religious remain remains reported reports representative ' +
      'requested require required respect respond responsible restaurants returned rich richard ride rights risk road robert ' +
      'rooms round rude rule rules running safe sales san saturday save schedule science search season section seek seem seemed ' +
      'self sell sending separate series serious seriously serve settlement seven shall shop showed showing shown sick sides ' +
      'sign signed significant similar sit sites size skills sleep slow smaller solution somebody somewhere son sound sounds ' +
      'source southern speak speed spend spent spoke spot stand standard standing stands star stars starting stated statement ' +
      'station stayed steps steve stopped story straight structure student students studies style success successful suggest ' +
      'summer sun sunday super supposed surprised sweet systems table tank task taste tax technology telling temperature terms ' +
      'terrible text themselves theory therefore thoughts thousands threat thus tomorrow total totally touch tour tourist ' +
      'toward towards trade traffic train trained training transportation travel traveling treat treated treatment trouble ' +
      'trust tuesday tv twenty twice types uh uk um unable unfortunately unique update uses value various version via video ' +
      'view views visited waiting walked walking wan wants warm washington waste watch watching weapons web wednesday weekly ' +
      'whom whose wide wife william winter wish woman women wonder wondering workers worry worse wow write writing written ' +
      'wrote yeah',
  },
]
